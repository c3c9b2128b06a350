# Por qué el programa decidió algo: reason-<code>. Un mensaje por línea; la línea de comandos y el servidor leen también este archivo.
# Códigos de no embarque: nb-<code>.

reason-headline-trips = { $trips ->
    [one] Un viaje
   *[other] { $trips } viajes
} en { $days ->
    [one] un día
   *[other] { $days } días
}: { $people ->
    [one] una persona llega a un lugar seguro.
   *[other] { $people } personas llegan a un lugar seguro.
}
reason-headline-first-tier = { $moved ->
    [0] Nadie del nivel { $tier } sale: { $people } esperan.
   *[other] Nivel { $tier }: salen { $moved } de { $people }, las últimas { $hours } h después del comienzo.
}
reason-headline-first-tier-waits = Nivel { $tier }: { $people ->
    [one] una persona espera
   *[other] { $people } personas esperan
} porque { $reason ->
    [consent-pending] el consentimiento sigue pendiente.
    [consent-refused] se negó el consentimiento.
    [consent-withdrawn] se retiró el consentimiento.
    [not-fit] alguien no es apto para viajar.
    [no-chaperone] un niño o niña no tiene acompañante.
    [too-few-escorts] los niños y niñas tienen pocos acompañantes.
    [best-interests-open] está abierto un paso del interés superior.
    [children-alone] los niños y niñas irían solos con la tripulación.
    [family-separated] la familia no está junta.
    [tie-elsewhere] alguien con quien viajan está en otro lugar.
    [data-problem] hay que corregir una fila de los datos.
    [no-destination-fits] ningún destino es adecuado.
    [no-destinations] no hay destino.
    [no-vehicle-fits] ningún vehículo tiene el espacio que necesitan.
    [no-vehicle-offers] ningún vehículo ofrece lo que necesitan.
    [no-vehicle-in-time] ningún vehículo queda libre a tiempo.
    [no-vehicles] no hay vehículo.
    [no-road] ninguna carretera abierta lleva a un destino.
    [no-road-to-site] ninguna carretera abierta lleva al sitio.
    [no-way-in-time] ninguna ruta puede hacerse a tiempo.
    [destination-full] los destinos están llenos.
    [destination-closed] el destino está cerrado entonces.
    [destination-day-too-small] el destino recibe a menos personas al día.
    [fitness-ends] la aptitud para viajar termina demasiado pronto.
    [held-by-officer] alguien encargado las retiene.
    [larger-than-any-vehicle] el hogar es mayor que cualquier vehículo.
    [only-by-day] solo pueden viajar de día.
    [out-of-range] el combustible no alcanza.
    [ride-too-long] el trayecto sería demasiado largo.
    [convoy-too-few-vehicles] muy pocos vehículos pueden llevar a la vez todas las partes del hogar.
    [convoy-no-road] muy pocos de sus vehículos llegan al sitio por carretera.
    [convoy-not-in-time] sus vehículos no pueden estar juntos a tiempo.
    [no-second-adult] el niño o la niña estaría a solas con una sola persona adulta.
   *[other] { $reason }.
}
reason-headline-waiting = { $people ->
    [one] Una persona se queda
   *[other] { $people } personas ({ $households } hogares) se quedan
}, cada una con un motivo y lo que lo resolvería.
reason-headline-held = { $people ->
    [one] Una de ellas queda retenida por una regla antes de toda búsqueda (consentimiento, aptitud, salvaguardias de la niñez, sin carretera); su
   *[other] { $people } de ellas quedan retenidas por una regla antes de toda búsqueda (consentimiento, aptitud, salvaguardias de la niñez, sin carretera); su
} daño hasta el final, { $harm }, está aparte del daño del plan.
reason-headline-not-assessed = { $people ->
    [one] Una persona nunca fue valorada y cuenta como nivel 2
   *[other] { $people } personas nunca fueron valoradas y cuentan como nivel 2
} hasta que alguien lo mire.

reason-tier-said = Nivel { $tier }: { $reason }
reason-tier-given = El nivel { $tier } figura en la lista, sin motivo
reason-tier-by-tie = Cuenta como nivel { $tier }, porque viaja con alguien de ese nivel
reason-tier-of-most-exposed = El hogar tiene el nivel de su miembro más expuesto: { $tier }
reason-order-needs = Sus necesidades lo adelantan dentro de su nivel ({ $points } puntos)
reason-order-requested = Pidió transporte el { $at }
reason-order-lot = No se sabe cuándo se pidió: un sorteo registrado decide entre iguales

reason-consent-pending = Falta el consentimiento de { $count } de { $of }
reason-consent-refused = { $count } de { $of } se negaron a viajar
reason-consent-withdrawn = { $count } de { $of } retiraron el consentimiento
reason-not-fit = { $count } de { $of } sin aptitud para viajar
reason-fitness-ends = La aptitud para viajar termina antes de que llegue el vehículo
reason-no-chaperone = Un niño, niña o adolescente no acompañado no tiene designada a una persona adulta acompañante
reason-too-few-escorts = { $children } niños, niñas o adolescentes no acompañados tienen { $escorts ->
    [one] un acompañante
   *[other] { $escorts } acompañantes
}; a sus edades se necesitan { $needed }
reason-best-interests-open = El paso del interés superior de un niño o niña no ha autorizado este traslado
reason-children-alone = Los niños y niñas irían solos con la tripulación
reason-tied-and-apart = Alguien no debe viajar con otra persona con la que está vinculado
reason-family-separated = Los miembros de la familia están en sitios distintos
reason-tie-elsewhere = Alguien con quien deben viajar está en otro sitio
reason-data-problem = Primero hay que corregir la fila { $row } de la lista ({ $code })
reason-held-by-officer = Retenido por una persona encargada
reason-no-destinations = No hay destino
reason-no-destination-fits = Ningún destino es adecuado: deseos, seguridad, servicios o negativas los excluyen todos
reason-destination-full = No quedan plazas en { $destinations }
reason-destination-closed = El destino está cerrado a todas las horas en que podría alcanzarse
reason-destination-day-too-small = El destino recibe al día a menos personas que las de este hogar
reason-no-vehicles = No se puede usar ningún vehículo
reason-no-vehicle-fits = Ningún vehículo tiene el espacio: { $seats } asientos, { $bays } espacios para silla de ruedas, { $stretchers } camillas
reason-larger-than-any-vehicle = El hogar necesita { $seats } asientos; ningún vehículo tiene tantos
reason-convoy-part = El hogar { $household } es mayor que cualquier vehículo: sus { $parts } partes salen y viajan juntas
reason-convoy-too-few-vehicles = El hogar necesita a la vez { $parts } vehículos que circulen igual; se pueden enviar { $vehicles }
reason-convoy-no-road = De los { $parts } vehículos que el hogar necesita a la vez, { $vehicles } pueden llegar a { $site } por carretera y seguir hasta un destino
reason-convoy-not-in-time = En ningún momento { $parts } vehículos podrían llevar junto a todo el hogar
reason-no-second-adult = El niño o la niña no tiene una persona adulta propia y no puede estar a solas con una sola persona adulta; nadie más podría ir en el viaje
reason-lift-convoy-vehicles = Más vehículos de la misma velocidad y carreteras: { $count }
reason-lift-second-adult = Una segunda persona adulta que viaje con ellos
reason-no-vehicle-offers = Ningún vehículo con espacio ofrece: { need-word }
reason-no-vehicle-in-time = Todos los vehículos adecuados están ocupados por quienes van antes, hasta el final del plan
reason-no-time = Ningún vehículo queda libre a tiempo
reason-no-road = Ninguna carretera abierta lleva de { $site } a { $destinations }
reason-no-road-to-site = Ninguna carretera abierta lleva a { $site }
reason-no-way-in-time = Ninguna ruta puede hacerse a tiempo entre toques de queda y cierres
reason-only-by-day = No pueden viajar de noche, y de día no se alcanza ningún destino
reason-out-of-range = Ningún vehículo tiene combustible para la ruta
reason-ride-too-long = El trayecto puede durar { $minutes } minutos como máximo; ninguna ruta es tan corta

reason-lift-offer-again = Ofrecerlo de nuevo, con información nueva, si lo desean
reason-lift-consent = { $count ->
    [one] Un consentimiento informado y registrado
   *[other] { $count } consentimientos informados y registrados
}
reason-lift-fitness = Un nuevo examen de aptitud para viajar, o acompañamiento médico
reason-lift-chaperone = Un acompañante cualificado que acepte viajar con el niño o niña
reason-lift-escorts = { $count ->
    [one] Un acompañante cualificado más
   *[other] { $count } acompañantes cualificados más
}, o grupos menores
reason-lift-case-conference = Decide una reunión de caso: otro acompañante o traslados por separado
reason-lift-best-interests = El paso del interés superior, completado por la persona oficial de protección de la niñez
reason-lift-bring-together = Reunirlos en un sitio, o corregir la lista
reason-lift-correct-row = Corregir la fila { $row } de people.csv
reason-lift-destination = Un destino más que reciba personas
reason-lift-other-destination = Otro destino que deseen y que sea seguro para ellos
reason-lift-service = Un destino con: { service-word }
reason-lift-places = { $count ->
    [one] Una plaza más
   *[other] { $count } plazas más
} en { $place }
reason-lift-day-places = Más plazas al día en el destino, o llegar en dos días
reason-lift-opening = Un horario más amplio en el destino
reason-lift-vehicle = Un vehículo adecuado más
reason-lift-longer = Más tiempo: un final del plan más tardío
reason-lift-seats = Un vehículo con { $count ->
    [one] un asiento más
   *[other] { $count } asientos más
}
reason-lift-bays = { $count ->
    [one] Un espacio más para silla de ruedas
   *[other] { $count } espacios más para silla de ruedas
} en un vehículo
reason-lift-stretchers = { $count ->
    [one] Un espacio más para camilla
   *[other] { $count } espacios más para camilla
} en un vehículo
reason-lift-configuration = Un vehículo que pueda disponerse a la vez para { $seats } asientos, { $bays } espacios para silla de ruedas y { $stretchers } camillas
reason-lift-offer = Un vehículo con: { need-word }
reason-lift-road = Una carretera abierta para { $site }
reason-lift-release = Dejarlos entrar de nuevo en la cola
reason-lift-nearer-destination = Un destino más cercano, o una parada nocturna segura para ellos
reason-lift-fuel = Combustible en la ruta

reason-trip-joined-by-tie = Otras personas del viaje van con { $household }, que es de un nivel superior
reason-trip-no-woman-crew = Pidieron una mujer en la tripulación; este viaje no la tiene
reason-trip-no-medical-crew = Necesitan personal médico a bordo; este viaje no lo tiene
reason-trip-no-equipment = El vehículo no lleva { $equipment }
reason-trip-no-configuration = El vehículo no puede disponerse para { $seats } asientos, { $bays } espacios para silla de ruedas y { $stretchers } camillas
reason-trip-asked-later = No estaban listos cuando salió el viaje
reason-trip-other-destination = El viaje no va a ningún destino al que puedan ser llevados
reason-trip-kept-apart = En el viaje va alguien con quien no deben viajar
reason-trip-fitness-ends = Su aptitud para viajar termina antes de que llegue el viaje
reason-trip-too-long = El trayecto puede durar { $minutes } minutos como máximo; este viaje tarda más
reason-trip-at-night = No pueden viajar de noche; este viaje sí lo hace
reason-trip-no-room = El espacio que queda en el viaje es pequeño para ellos, tras los de su nivel o superior
reason-trip-destination-full = Al destino del viaje no le quedan plazas ese día
reason-trip-alongside = Embarca al lado y sale { $minutes } minutos más tarde
reason-trip-no-rule = Ninguna regla los apartó del viaje: el plan los dejó para otro posterior

need-word = { $need ->
    [woman_crew] una mujer en la tripulación
    [medical_escort] personal médico
    [medical_crew] personal médico
    [equipment] el equipo
    [escort] una escolta
    [wheelchair] un espacio para silla de ruedas
    [stretcher] un espacio para camilla
   *[other] { $need }
}
service-word = { $service ->
    [food] alimentos
    [shelter] alojamiento
    [medical] atención médica
    [surgery] cirugía
    [child_protection] protección de la niñez
    [child-protection] protección de la niñez
    [water] agua
    [maternity] atención materna
    [dialysis] diálisis
   *[other] { $service }
}

nb-NB01 = Sin consentimiento válido
nb-NB02 = Retiró el consentimiento
nb-NB03 = Falta el consentimiento de quien ejerce la tutela (menor de 18)
nb-NB04 = Evaluación del interés superior contraria al traslado
nb-NB05 = Familia separada o incompleta
nb-NB06 = Sin aptitud para viajar
nb-NB07 = Contagioso: aislar
nb-NB08 = Sin documento de viaje o permiso
nb-NB09 = Sin capacidad en el lado receptor
nb-NB10 = Falta la autorización de seguridad
nb-NB11 = Persona armada o combatiente sin desarmar
nb-NB12 = Sin vehículo o sin espacio
nb-NB13 = Pide protección internacional: derivar al ACNUR
nb-NB14 = Sospecha de trata: derivar como víctima de trata
nb-NB15 = Dudas sobre la identidad
nb-NB16 = No vino
nb-NB17 = Destino equivocado
nb-NB18 = Delito grave o exclusión: derivar
nb-NB19 = Falta el acompañamiento médico
nb-NB20 = Orden judicial o sobre la custodia

# Lo que cambia frente al plan anterior: se lee por radio.
reason-change-not-leaving = { $household } ({ $site }, nivel { $tier }, { $people } personas) no sale
reason-change-leaves-later = { $household } ({ $site }, nivel { $tier }, { $people } personas) sale { $minutes } minutos más tarde, a las { $at }
reason-change-leaves-earlier = { $household } ({ $site }, nivel { $tier }, { $people } personas) sale { $minutes } minutos antes, a las { $at }
reason-change-now-leaving = { $household } ({ $site }, nivel { $tier }, { $people } personas) ahora sí sale, a las { $at }
reason-change-other-trip = { $household } ({ $site }, { $people } personas) va en el viaje { $trip }, a las { $at }
reason-change-trip-cancelled = El viaje { $trip }, { $vehicle }, de { $from } a { $to }, se cancela
reason-change-trip-new = Nuevo viaje { $trip }: { $vehicle }, de { $from } a { $to }, sale a las { $at }
reason-change-trip-later = El viaje { $trip } sale { $minutes } minutos más tarde, a las { $at }; llega a las { $arrives }
reason-change-trip-earlier = El viaje { $trip } sale { $minutes } minutos antes, a las { $at }; llega a las { $arrives }
reason-change-arrives-later = El viaje { $trip } llega { $minutes } minutos más tarde, a las { $arrives }
reason-change-vehicle = El viaje { $trip } usa { $vehicle } en lugar de { $before }: { $seats } asientos, { $bays } espacios para silla de ruedas, { $stretchers } camillas
reason-change-way = El viaje { $trip } va por { $by }, ya no por { $around }
reason-change-stops = El viaje { $trip } para en { $stops }

# Por qué un paso del embarque no es posible, y qué mirar.
reason-wrong-state = El viaje ya pasó ese paso o aún no llega a él
reason-nothing-to-undo = No hay nada que deshacer
reason-not-on-list = La persona no está en la lista de este viaje
reason-note-needed = Si alguien no llega, hace falta una nota
reason-code-needed = Si alguien no embarca, hace falta un código
reason-referral = Este código exige una derivación
reason-clearance-in-future = La autorización sería posterior a este momento
reason-clearance-expired = La autorización tiene más de 24 horas
reason-no-clearance = Todavía no hay autorización
reason-not-acknowledged = El lado receptor no ha acusado recibo de la lista
reason-still-expected = { $count ->
    [one] Una persona de la lista aún no está marcada
   *[other] { $count } personas de la lista aún no están marcadas
}
reason-nobody-on-board = No hay nadie a bordo
reason-child-alone = Un niño o niña de { $household } va a bordo sin su persona adulta
reason-before-departure = El viaje llegaría antes de haber salido
reason-not-balanced = { $count ->
    [one] Aún no está marcada la llegada de una persona
   *[other] Aún no está marcada la llegada de { $count } personas
}
reason-child-no-show = Un niño o niña de { $household } no vino: avise a la persona oficial de protección de la niñez
reason-family-incomplete = Algunas personas de { $household } embarcan y otras no: pregunte si quieren viajar por separado

reason-darp-depot-closed = El vehículo no puede salir o volver dentro de su horario
reason-darp-duration-over-limit = La ruta tardaría más de lo permitido
reason-darp-load-over-capacity = La carga es mayor que cualquier vehículo
reason-darp-no-place-found = No se encontró lugar en ninguna ruta
reason-darp-ride-over-limit = El trayecto tardaría más de lo permitido
reason-darp-windows-apart = Desde la recogida no se llega al destino dentro de su horario
