# Qué está mal en los datos y qué hacer: finding-<code>.

finding-answer-calculation-differs = Lo enviado no es lo que aquí se calcula; se conserva lo nuestro. No hay que hacer nada.
finding-answer-choice-hidden = Esto no se registra aquí. Regístrelo en el caso, con quién puede saberlo.
finding-answer-choice-not-under = Esto no pertenece a lo elegido arriba. Elija de nuevo.
finding-answer-choice-retired = Esto ya no puede elegirse. Elija otra opción de la lista.
finding-answer-choice-twice = Lo mismo está elegido dos veces. Elíjalo una vez.
finding-answer-constraint = Esta respuesta no se acepta. Corríjala.
finding-answer-hidden = Esto no se pregunta, dadas las demás respuestas; su respuesta se omite. No hay que hacer nada, o corrija las demás respuestas.
finding-answer-missing = Hay que responder a esto antes de seguir. Responda, o diga que no se sabe o que no quiso decirlo donde la pregunta lo permita.
finding-answer-not-a-choice = Esto no es una de las opciones. Elija de la lista.
finding-answer-silence = Esto necesita respuesta: no puede quedar como no sabido o no dicho. Respóndalo.
finding-answer-too-few-rows = Aquí faltan filas: { $least } como mínimo. Añada lo que falta.
finding-answer-too-many-rows = Aquí hay demasiadas filas: { $most } como máximo. Quite algunas.
finding-answer-unknown-field = El formulario no tiene aquí esa pregunta. Cargue de nuevo la página; sus respuestas quedan en ella.
finding-answer-wrong-type = La respuesta no tiene la forma que se pide. Corríjala.
finding-age-out-of-range = La persona tendría { $value } años. Compruebe el año de nacimiento.
finding-capacity-unknown = Nada dice a cuántas personas puede recibir este lugar; no se supone límite. Pregunte al lado receptor.
finding-closure-date-unreadable = «{ $value }» no es una fecha; el cierre cuenta como abierto por ese lado. Escriba una fecha como 2014-05-13.
finding-closure-dates-exchanged = El cierre termina antes de empezar; las fechas se toman como intercambiadas. Escriba la anterior en closed_from.
finding-closure-unknown-place = El cierre nombra «{ $place }», que no está entre los lugares. Nombres más cercanos: { $near }.
finding-closure-without-pair = La fila no nombra dos países ni dos lugares; se omite. Complete country_a y country_b, o from y to.
finding-closure-without-road = Ninguna carretera va directa de { $a } a { $b }; el cierre no cambia nada. Compruebe los nombres.
finding-configuration-unreadable = «{ $value }» no es asientos/espacios/camillas. Escriba 40/0/0|34/2/0.
finding-consent-unreadable = «{ $value }» no es un consentimiento; cuenta como pendiente. Escriba given, refused, withdrawn o pending.
finding-dates-swapped = El vehículo se va antes de llegar. Ponga la hora posterior en available_to.
finding-destination-twice = El lugar ya es un destino; esta fila se omite. Una las dos filas.
finding-file-missing = No hay { $file }. Añádalo; docs/formats.md enumera sus columnas.
finding-fitness-unreadable = «{ $value }» no es yes, no ni until con una fecha; cuenta como no. Escriba yes, no o until 2014-01-20.
finding-hours-swapped = El destino cierra antes de abrir. Ponga la hora posterior en closes.
finding-household-apart = Los miembros del hogar { $household } están en sitios distintos; queda retenido. Reúnalos o corrija el sitio.
finding-missing-column = Falta la columna «{ $name }». Añádala.
finding-missing-value = La celda está en blanco. Complete «{ $name }».
finding-need-unknown = «{ $value }» no es una necesidad que el planificador conozca; el hogar queda retenido hasta que se aclare. docs/formats.md tiene las palabras.
finding-need-unreadable = «{ $value }» necesita un número, como max_ride_min=30.
finding-no-destinations = No se puede usar ningún destino: nadie puede trasladarse. Añada lugares a destinations.csv.
finding-no-header = El archivo está vacío o no tiene fila de encabezado. La primera fila debe nombrar las columnas.
finding-no-incidents = No hay incidents.csv: todas las carreteras y sitios cuentan como no conocidos, ninguno como seguro. Añada los informes que tenga.
finding-no-places = No se pudo leer ningún lugar. Añada al menos una fila con nombre, latitud y longitud.
finding-no-room = El vehículo { $value } no tiene asientos, espacios ni camillas. Complete su espacio o quite la fila.
finding-no-vehicles = No se puede usar ningún vehículo: nadie puede trasladarse. Añada vehículos a fleet.csv.
finding-not-utf8 = El texto no es UTF-8; las letras ilegibles aparecen como �. Guarde el archivo como «CSV UTF-8».
finding-number-too-small = { $value } no es posible aquí. Escriba un número de al menos { $least }.
finding-osm-no-roads = El archivo no contiene ninguna carretera para automóviles. Tome un extracto de la zona de la operación.
finding-osm-nodes-missing = { $missing } de { $all } puntos no están en el extracto; las carreteras terminan en su borde.
finding-place-duplicate = «{ $place }» ya está en la fila { $first }; esta fila se omite. Dé a cada lugar un nombre propio.
finding-place-far-from-road = «{ $place }» está a { $km } km de la carretera más cercana. Compruebe su posición.
finding-place-outside-country = «{ $place }» está a { $km } km del centro de los lugares de { $group }; se conserva como está escrito. Compruebe latitud, longitud y país.
finding-place-swapped = «{ $place }» está a { $km } km del centro de los lugares de { $group }, pero cerca si se intercambian latitud y longitud; se conserva como está escrito. Compruebe ambas celdas.
finding-place-unknown = «{ $value }» no está en places.csv. Añádalo o corrija el nombre.
finding-place-unreachable = Ninguna carretera va de los demás lugares a { $places } y de vuelta. Añada la carretera o corrija su sentido.
finding-places-cut-off = { $places } están unidos entre sí pero no con los demás lugares. Añada la carretera que los une.
finding-report-date-missing = El informe no tiene fecha y se omite. Complete el día en que empezó.
finding-report-date-unreadable = «{ $value }» no es una fecha. Escriba una como 2014-01-15.
finding-report-duplicate-id = El informe { $id } ya figura en la fila { $row }; esta fila se omite. Dé a cada informe un identificador propio.
finding-report-end-before-start = El informe termina antes de empezar; se toma como de un día. Corrija una de las fechas.
finding-report-far-away = El informe está lejos de los demás; se conserva. Compruebe latitud y longitud.
finding-report-kind-unknown = No se conoce el tipo de violencia «{ $value }»; cuenta como other.
finding-report-lat-lon-swapped = Latitud y longitud parecen intercambiadas; el informe se lee al revés. Intercambie las dos celdas.
finding-report-precision-unknown = «{ $value }» no es un grado de precisión del lugar; el informe se toma como a menos de 25 km. Escriba de 1 (exacto) a 6 (país).
finding-report-status-unknown = No se conoce el estado «{ $value }»; el informe cuenta como reported.
finding-reports-after-as-of = { $count } informes empiezan después de { $as_of } y quedan fuera de la superficie de amenaza. No hay que hacer nada al mirar atrás.
finding-road-duplicate = La carretera ya está en la fila { $first }. Borre una de las filas.
finding-road-length-impossible = { $km } km no es una longitud posible. Escriba la longitud en kilómetros.
finding-road-much-longer-than-straight = { $a } – { $b } tiene { $km } km, pero la línea recta solo { $straight } km. Compruebe la longitud y ambas posiciones.
finding-road-parallel = La carretera ya está en la fila { $first } con otra longitud; se conservan ambas. Borre la equivocada si hay una sola carretera.
finding-road-self-loop = La carretera empieza y termina en { $place }. Escriba el lugar al que lleva o borre la fila.
finding-road-shorter-than-straight = { $a } – { $b } tiene { $km } km, pero la línea recta es de { $straight } km; se conserva como está escrito. Mida de nuevo y corrija.
finding-road-unknown-place = La carretera nombra «{ $place }», que no está entre los lugares. Nombres más cercanos: { $near }.
finding-row-length = La fila tiene { $cells } celdas, el encabezado { $header }. Busque una coma que falte o sobre.
finding-row-unreadable = No se puede leer la fila. Busque unas comillas sin cerrar.
finding-setting-out-of-range = «{ $key }» está fuera de rango. Compárelo con el escenario incluido.
finding-speed-factor = { $value } no es un factor de 0.1 a 2; 1 es la velocidad habitual de la carretera.
finding-starts-unreadable = «{ $value }» no es una hora de comienzo. Escriba 2014-01-15T05:00.
finding-tie-to-self = La persona está vinculada consigo misma. Nombre a la otra persona.
finding-tie-unknown = El vínculo no nombra a nadie de este archivo; el hogar queda retenido. Corrija el identificador.
finding-ties-in-a-circle = Quienes se acompañan forman un círculo; todos quedan retenidos. Diga quién es la persona a cargo de otra.
finding-timezone-unknown = «{ $value }» no es una zona horaria. Escriba un nombre IANA como Africa/Bangui.
finding-unreadable-value = No se puede leer «{ $value }»; se espera: { $expected }.
finding-vehicle-twice = El vehículo { $value } figura dos veces; esta fila se omite. Dé a cada vehículo un identificador propio.
finding-girl-without-a-woman = Una niña no acompañada ({ $value }) no tiene a una mujer como acompañante. Nombre a una, o escriba woman_crew en sus necesidades.
finding-plan-inversion-unexplained = Alguien de un nivel inferior sale primero de { $stop } en el viaje { $trip }, aunque ninguna regla apartó de él a { $household }. Mire ambos; muévalos a mano si hace falta.
finding-plan-led-around = Un viaje en curso se desvía por una carretera cerrada, y entonces { $rule ->
    [plan-kept-apart-arrival] personas que deben estar separadas llegan a un mismo lugar el mismo día. Haga que se las reciba por separado.
    [plan-fitness-ends] alguien llega cuando su aptitud para viajar ha terminado. Haga que le espere personal clínico.
    [plan-ride-too-long] un trayecto es más largo de lo que alguien puede soportar. Llame y prevea una parada.
    [plan-in-the-dark] alguien que no puede viajar de noche está en camino en la oscuridad. Llame y busque una parada segura.
    [plan-gate-closed] llega cuando el destino está cerrado. Pida que lo abran.
    [plan-day-full] en un día llegan más personas de las que recibe el destino. Avísele.
    [plan-out-of-range] el combustible no alcanza. Envíe combustible.
   *[other] se incumple una regla. Llame.
}
finding-plan-road-closed-ahead = El viaje { $trip } tiene por delante una carretera cerrada ({ $from } – { $to }) y ninguna otra ruta. Llame y deténgalo en el último lugar seguro.
finding-plan-vehicle-lost-under-way = El vehículo { $vehicle } se perdió en el viaje { $trip }, que había salido. Llame; envíe otro vehículo para las personas a bordo.
