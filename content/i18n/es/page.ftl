# La página de la persona encargada de los desplazamientos.

page-title = Desplazamientos
people-generated = ejercicio: las personas son inventadas
print-handling = Solo para quien dirige los desplazamientos. No contiene nombres. Destruir cuando se cierre la operación.
skip-to-main = Ir al contenido
language = Idioma
language-started = Hasta ahora está traducido el { $share }; lo demás está en inglés.
language-not-reviewed = Esta traducción se hizo a máquina y aún no la ha revisado una persona nativa.
theme = Claro u oscuro
theme-auto = Como el dispositivo
theme-light = Claro
theme-dark = Oscuro
as-of = Visto desde
day-before = El día anterior
day-after = El día siguiente
duration = { $hours } h { $minutes }
loading = Cargando…
unknown = no se sabe
none = –
remedy = Qué hacer:
understood = Entendido
close-panel = Cerrar
show-as = Mostrar como
show-map = Mapa
show-table = Tabla
show-timeline = Cronología
lists = Listas
pager-back = Anterior
pager-on = Siguiente
pager-shown = { $first } a { $last } de { $total }
nothing-matches = Nada coincide.
or = o

offline-title = No se puede llegar al servidor
offline-kept = Desde { $time }. Lo que ve es de antes; la página lo intenta de nuevo por sí sola.
offline-nothing = Aún no se pudo cargar nada. Compruebe que el servidor funciona y que el cable o la red están bien; la página lo intenta de nuevo por sí sola.
refused-title = Esto no es posible ahora
failed-title = Esto no funcionó
problem-offline = El servidor no responde.
problem-offline-remedy = Compruebe el cable o la red.
problem-no-road = Ninguna carretera abierta lleva allí.
problem-no-road-remedy = Mire qué carreteras están cerradas ese día.
problem-nothing-to-undo = No hay un plan anterior.
problem-nothing-to-undo-remedy = Haga un plan.
problem-boarding-has-begun = Con este plan ya ha empezado el embarque de un viaje.
problem-boarding-has-begun-remedy = Cierre una carretera o dé por perdido un vehículo y planifique de nuevo: lo ocurrido se conserva.
problem-plan-is-being-made = Se está haciendo un plan.
problem-plan-is-being-made-remedy = Espere o deténgalo.
problem-planner-failed = El planificador falló; no se cambió nada.
problem-planner-failed-remedy = Informe de esto junto con los archivos de la operación.
problem-plan-breaks-a-rule = El verificador encontró una regla incumplida en el plan, por eso no se entregó.
problem-plan-breaks-a-rule-remedy = Informe de esto junto con los archivos de la operación; use la regla manual mientras tanto.
problem-E_CLEARANCE_EXPIRED = La autorización tiene más de 24 horas.
problem-E_CLEARANCE_EXPIRED-remedy = Obtenga una nueva autorización y anote su hora.
problem-E_NO_CLEARANCE = Todavía no hay autorización.
problem-E_NO_CLEARANCE-remedy = Anote cuándo se dio la autorización.
problem-E_NOT_ACKNOWLEDGED = El lado receptor no ha acusado recibo de la lista.
problem-E_NOT_ACKNOWLEDGED-remedy = Envíe la lista, espere la respuesta y luego marque la casilla.
problem-E_STILL_EXPECTED = Alguien de la lista no está marcado como presente, no embarcado ni ausente.
problem-E_STILL_EXPECTED-remedy = Marque a todas las personas de la lista.
problem-E_NOT_BALANCED = Las salidas no son iguales a llegadas + explicadas.
problem-E_NOT_BALANCED-remedy = Marque cómo llegó cada persona.
problem-E_WRONG_STATE = El viaje ya pasó ese paso o aún no llega a él.
problem-E_WRONG_STATE-remedy = Mire el estado del viaje.
problem-E_NOTHING_TO_UNDO = No hay nada que deshacer.
problem-E_NOTHING_TO_UNDO-remedy = Continúe.
problem-E_REFERRAL = Este código exige una derivación: nunca se deja a una persona sin más.
problem-E_REFERRAL-remedy = Abra la derivación y anótela.
problem-E_NOT_ON_LIST = La persona no está en la lista de este viaje.
problem-E_NOT_ON_LIST-remedy = Planifique de nuevo para ponerla en un viaje.
problem-E_NOTE_NEEDED = Si alguien no llega, hace falta una nota.
problem-E_NOTE_NEEDED-remedy = Escriba dónde está y a quién se avisó.
problem-E_CODE_NEEDED = Si alguien no embarca, hace falta un código.
problem-E_CODE_NEEDED-remedy = Elija el código que dice por qué.
problem-E_CLEARANCE_IN_FUTURE = La autorización sería posterior a este momento.
problem-E_CLEARANCE_IN_FUTURE-remedy = Anote cuándo se dio.
problem-E_NOBODY_ON_BOARD = No hay nadie a bordo.
problem-E_NOBODY_ON_BOARD-remedy = Planifique de nuevo sin este viaje.
problem-E_CHILD_ALONE = Un niño o niña de { $household } va a bordo sin una persona adulta de su familia o designada para acompañarle.
problem-E_CHILD_ALONE-remedy = Baje al niño o niña, o espere a la persona adulta.
problem-E_BEFORE_DEPARTURE = El viaje llegaría antes de haber salido.
problem-E_BEFORE_DEPARTURE-remedy = Corrija la hora.

what-matters = Lo que importa ahora
before-plan = { $people } personas en { $households } hogares en { $sites ->
    [one] un sitio
   *[other] { $sites } sitios
}; { $tier1 ->
    [0] nadie está en el nivel 1.
    [one] una de ellas está en el nivel 1.
   *[other] { $tier1 } de ellas están en el nivel 1.
}
before-plan-2 = { $vehicles ->
    [one] Un vehículo.
   *[other] { $vehicles } vehículos.
} { $week ->
    [0] Ningún informe en los últimos siete días.
    [one] Un informe en los últimos siete días.
   *[other] { $week } informes en los últimos siete días.
}
places-known = { $places ->
    [one] Una plaza en los destinos.
   *[other] { $places } plazas en los destinos.
}
places-unknown = Algunos destinos no han dicho a cuántas personas reciben.
people-balance = { $all } personas = { $trips } en viajes + { $waiting } en espera con un motivo
plan-checked = comprobado por un segundo programa
plan-breached = { $count ->
    [one] una regla incumplida
   *[other] { $count } reglas incumplidas
}
plan-look = { $count ->
    [one] una cosa que mirar, en «Calidad»
   *[other] { $count } cosas que mirar, en «Calidad»
}
look-title = Lo que el verificador pide mirar
plan-mode-said = { $mode }, desde { $starts }
plan-other-day = Este plan conoce los informes hasta el { $day }. Planifique de nuevo para usar lo que se sabe el día elegido.

plan = Planificar
plan-again = Planificar de nuevo
undo-plan = Deshacer este plan
mode = Orden
mode-tiers = Primero las personas más expuestas
mode-harm = El menor daño en total
mode-officer = Regla manual
mode-tiers-means = El nivel 1 lo antes posible, después los niveles 2, 3 y 4. Nunca peor para el nivel 1 que la regla manual.
mode-harm-means = El menor daño total; el plan dice qué nivel paga por ello.
mode-officer-means = Primero el nivel más alto, luego llenar el vehículo: lo que hace una buena persona encargada con papel.
time-to-search = Buscar durante
seconds = { $count } s
planning = Avance del plan
phase-starting = Empezando…
phase-roads = Leyendo carreteras e informes
phase-rule = Haciendo el plan manual
phase-search = Buscando un plan mejor
phase-bound = Demostrando lo bueno que es
phase-check = Comprobando todas las reglas
phase-done = Listo
stop-keep-best = Detener y quedarse con el mejor
elapsed = { $seconds } de { $limit } s
served = { $served } de { $total } hogares en un viaje
against-rule = { $share } menos daño que con la regla manual
rounds = { $count } rondas

map-title = Carreteras, sitios e informes
map-empty = La operación aún no tiene lugares.
map-keys = Las flechas llevan al lugar o la carretera más cercana en esa dirección; Intro lo elige. Mayúsculas y flechas mueven el mapa, más y menos cambian la escala, 0 muestra todo.
zoom = Escala
zoom-in = Más cerca
zoom-out = Más lejos
zoom-all = Mostrar todo
legend = Qué significan los signos
legend-risk = riesgo: { $band }
legend-closed = cerrada
legend-site = sitio con sus personas, por nivel
legend-destination = destino
legend-week = informe de los últimos 7 días
legend-month = informe de los últimos 30 días
legend-older = informe más antiguo
band-unknown = no se sabe
band-low = bajo
band-medium = medio
band-high = alto
band-very-high = muy alto
road-label = Carretera { $from } – { $to }, { $km } km, { $time }, riesgo { $band }, { $closed }
road-facts = { $km } km · { $time } de conducción · riesgo { $band }
open = abierta
closed = cerrada
closing = por cerrar
closed-by-data = Cerrada según los datos de este día
closed-in-plan = Cerrada en el plan
close-road = Cerrar esta carretera
reopen-road = No cerrarla
compare-routes = Comparar rutas
routes-from-here = Rutas desde aquí
routes-to-here = Rutas hasta aquí
chosen = Elegido en el mapa
site-label = { $people ->
    [one] una persona
   *[other] { $people } personas
} (nivel 1: { $t1 }, 2: { $t2 }, 3: { $t3 }, 4: { $t4 })
site-not-assessed = { $count ->
    [one] Una persona nunca fue valorada: cuenta como nivel 2
   *[other] { $count } personas nunca fueron valoradas: cuentan como nivel 2
}
site-held = { $count ->
    [one] Una persona queda retenida por los datos o el consentimiento
   *[other] { $count } personas quedan retenidas por los datos o el consentimiento
}
hazard-known = amenaza conocida
hazard-unknown = nada informado cerca, lo que no es «seguro»
hazard-unknown-long = No hay nada informado cerca. Eso no es «seguro»: no se sabe.
hazard-figure = Amenaza de la espera: { $risk } por 1000 personas y día
hazard-title = Amenaza por 1000 y día
places-left = { $left ->
    [0] ninguna plaza libre de { $total }
    [one] una plaza libre de { $total }
   *[other] { $left } plazas libres de { $total }
}
places-left-unknown = plazas no conocidas
places-left-title = Plazas libres
left-short = { $left } libres
places-per-day = { $count } al día
services = Tiene: { $list }
table-places = Sitios y destinos
table-roads = Carreteras, primero las de mayor riesgo
table-reports = Informes conocidos ese día, primero los más recientes
report-label = { $kind }, { $place }, { $date }, muertes: { $deaths }
place = Lugar
people-short = Personas
road = Carretera
km = km
hours = Tiempo
risk = Riesgo
state = Estado
date = Fecha
kind = Tipo
deaths = Muertes
source = Fuente
people = { $count ->
    [one] una persona
   *[other] { $count } personas
}

tier = Nivel
tier-1 = Nivel 1: crítico
tier-2 = Nivel 2: alto
tier-3 = Nivel 3: medio
tier-4 = Nivel 4: bajo
tier-short-1 = Nivel 1
tier-short-2 = Nivel 2
tier-short-3 = Nivel 3
tier-short-4 = Nivel 4

kind-one-sided = violencia contra la población civil
kind-non-state = combates entre grupos armados
kind-state-based = combates con fuerzas de un Estado
kind-remote = bombardeo, minas o explosivos
kind-unrest = disturbios o saqueos
kind-other = otra violencia
service-food = alimentos
service-shelter = alojamiento
service-medical = atención médica
service-surgery = cirugía
service-water = agua
service-maternity = atención materna
service-child-protection = protección de la niñez
vehicle-bus = autobús
vehicle-minibus = minibús
vehicle-truck = camión
vehicle-4x4 = 4x4
vehicle-car = automóvil
vehicle-ambulance = ambulancia
vehicle-vehicle = vehículo
by-sex = Sexo
by-age = Edad
by-age-band = Edad
by-disability = Discapacidad
by-site = Sitio
by-need = Necesidad
by-all = Todas
by-tier = Nivel
by-children = Niñez
group-none = sin necesidad
group-child-with-family = niños y niñas con su familia
group-child-chaperoned = niños y niñas con acompañante
group-child-alone = niños y niñas sin compañía
group-female = mujeres y niñas
group-male = hombres y niños
group-not-said = no indicado
group-unknown = no se sabe
group-with = con discapacidad
group-without = sin discapacidad
group-yes = sí
group-no = no
group-child = niños, niñas y adolescentes
group-adult = personas adultas
group-older = personas mayores

trips-title = Viajes
trips-count = { $trips ->
    [one] un viaje
   *[other] { $trips } viajes
}, { $vehicles ->
    [one] un vehículo
   *[other] { $vehicles } vehículos
}
trip = Viaje
vehicle = Vehículo
departs = Sale
ends = Termina
from = Desde
to = Hasta
no-plan-title = Aún no hay plan
no-plan-hint = Pulse Planificar: quién sale, cuándo, en qué vehículo y por qué ruta.
no-trips-title = El plan no tiene viajes
no-trips-hint = «Sin traslado» dice por qué y qué lo resolvería.
trip-number = Viaje { $trip }
trip-open = Abrir el viaje { $trip }
trip-title = Viaje { $trip }: { $people } personas a { $to }
trip-label = Viaje { $trip }, { $vehicle }, { $people } personas ({ $tier1 } del nivel 1), de { $from } a { $to }, sale { $depart }, termina { $end }
state-planned = planificado
state-boarding = embarcando
state-departed = en camino
state-arrived = llegado
state-closed = cerrado
room = { $seats } asientos{ $bays ->
    [0] {""}
   *[other] , { $bays } espacios para silla de ruedas
}{ $stretchers ->
    [0] {""}
   *[other] , { $stretchers } camillas
}
trip-cost = { $km } km, riesgo { $risk } por persona
board-trip = Embarcar personas
print-for = Imprimir para
for-driver = conductor o conductora
for-escort = escolta
for-receiving = lado receptor
for-sending = lado emisor
manifest-csv = como tabla (CSV)
stop-boards = Suben { $people } ({ $households ->
    [one] un hogar
   *[other] { $households } hogares
})
stop-alights = Bajan { $people } ({ $households ->
    [one] un hogar
   *[other] { $households } hogares
})
leg-facts = { $km } km, { $time } de conducción, riesgo { $risk }
halt-at = parada nocturna en { $place }
stands-at = está en { $place }
crew-woman-crew = una mujer en la tripulación
crew-medical-crew = personal médico
crew-escort = escolta
lost-short = perdido
pinned-short = retenido
lose-vehicle = Vehículo perdido
vehicle-back = No está perdido
pin-vehicle = Retener como escolta o reserva
unpin-vehicle = No retenerlo
lost-in-plan = Perdido, en el plan
pinned-in-plan = Retenido, en el plan

tab-queue = Cola
tab-waiting = Sin traslado
tab-routes = Rutas
tab-figures = Calidad
tab-findings = Datos
queue-hint = La cola muestra el puesto de cada hogar y por qué, cuando hay un plan.
queue-pages = Páginas de la cola
search-household = Buscar un hogar o sitio
filter-tier = Nivel
filter-what = En un viaje o en espera
filter-site = Sitio
all-tiers = Todos los niveles
all-sites = Todos los sitios
what-all = Todos los hogares
what-moved = En un viaje
what-waiting = En espera
on-trip = viaje { $trip }
waits = en espera
goes-to = Va a { $place }
blocked-by = Lo impide:
would-lift = Qué lo resolvería:
show-trip = Mostrar el viaje { $trip }
hold-back = Retener
not-held = no
waiting-hint = Quién no puede trasladarse y por qué, cuando hay un plan.
nobody-waits = Todas las personas están en un viaje.
blocked-count = { $people ->
    [one] Una persona
   *[other] { $people } personas
} en { $households ->
    [one] un hogar
   *[other] { $households } hogares
}
which-households = Qué hogares
and-more = y { $count } más

sites = Sitios
destinations = Destinos
other-places = Otros lugares
routes-same = Elija dos lugares distintos.
routes-none = Ninguna carretera abierta lleva allí.
routes-count = { $count ->
    [one] Una ruta merece la pena: ninguna es a la vez más rápida y más segura.
   *[other] { $count } rutas merecen la pena: ninguna es a la vez más lenta y menos segura que otra.
}
way-number = Ruta { $number }
way-head = { $time } de conducción, riesgo { $band }
way-ours = elegida por el programa
way-in-plan = en el plan
way-taken = En los cambios: quitarla
use-this-way = Usar esta ruta
way-fastest = La ruta más rápida.
way-trade = { $time } más que la más rápida, { $share } menos riesgo.
length = Longitud
km-value = { $km } km
arrival-after = Llega después de
risk-figure = Riesgo por 1000
halts = Paradas nocturnas
no-halt = ninguna
curfew-margin = Margen hasta el toque de queda
no-curfew = sin toque de queda
worst-segment = Tramo de mayor riesgo
turn-back = Punto de retorno
newest-report = Informe más reciente
no-report = ninguno cerca
days-ago = { $count ->
    [0] hoy
    [one] ayer
   *[other] hace { $count } días
}
unknown-share = No se sabe nada del { $share } de la ruta. Eso no es «seguro».
reports-behind = { $count ->
    [one] El informe en que se basa el riesgo
   *[other] Los { $count } informes en que se basa el riesgo
}
share-of-risk = { $share } del riesgo

changes-title = Aún no en el plan
take-out = Quitar: { $what }
clear-changes = Quitar todo
from-when = Vale desde
replan = Planificar con los cambios
change-closed = Carretera { $from } – { $to } cerrada
change-lost = { $vehicle } perdido
change-pinned = { $vehicle } retenido
change-chosen = Ruta { $from } – { $to } por { $over }
change-held = { $household } retenido: { $why }
proposal-title = Propuesta: aún no aceptada
trips-changed = { $count ->
    [0] No cambia ningún viaje.
    [one] Cambia un viaje.
   *[other] Cambian { $count } viajes.
}
no-promise-broken = No se rompe ninguna promesa al nivel 1.
promises-broken = { $count ->
    [one] Un hogar del nivel 1 sale más tarde o no sale.
   *[other] { $count } hogares del nivel 1 salen más tarde o no salen.
}
radio-lines = Leer por radio
no-lines = Nada que leer: no hay que avisar a nadie.
made-under = Hecho con: { $changes }
accept = Aceptar
discard = Descartar

figures-hint = Tiempos de espera, distancia al límite demostrado y quién espera, cuando hay un plan.
tiers-title = Por nivel
held-beside = Retenidas por una regla antes de toda búsqueda: { $people } personas. Su daño hasta el final, { $harm }, no está en ninguna de las cifras de arriba.
tiers-hint = El daño son los incidentes esperados por su gravedad, sumados por persona. Ningún plan puede bajar del límite.
moved-of = Con traslado
mean-wait = Espera media
last-wait = Última salida
hours-value = { $hours } h
harm = Daño
against-officer = Frente a la regla manual
gap = Distancia máxima al límite
all-weighted = Todas, ponderado
inversions-title = { $count ->
    [0] Nadie es adelantado
    [one] Un hogar es adelantado
   *[other] { $count } hogares son adelantados
}
no-inversions = Nadie de un nivel inferior sale de un sitio antes que alguien de un nivel superior.
inversions-hint = Alguien de un nivel inferior sale antes del mismo sitio. Cada caso tiene un motivo que el verificador comprobó.
inversions-pages = Páginas de hogares adelantados
inversion = { $later } ({ $site }) espera mientras otros salen en
disparity-title = Quién espera, por grupo
disparity-hint = Para que lo miren las personas. El planificador nunca lee estos grupos.
disparity-none = Nada que comparar.
group = Grupo
ratio = Espera, frente a los demás
look = Mirar
review = revisarlo
sensitivity-title = Si la amenaza es la mitad o el doble
sensitivity-hint = Solo se afirma el orden de las amenazas, no su tamaño. Pocos cambios significan que el plan no depende de ello.
sensitivity-coming = Se está calculando; el plan puede usarse mientras tanto.
sensitivity-none = No calculado para este plan.
hazard-scale = Amenaza
trips-changed-title = Viajes que cambian
households-changed = Hogares que cambian

no-findings = No se encontró nada mal en los datos.
findings-pages = Páginas de hallazgos
filter-severity = Gravedad
filter-file = Archivo
all-files = Todos los archivos
severity-all = Todos ({ $count })
severity-error = Excluido
severity-warning = Sustituido o dudoso
severity-note = Conviene saber
row-number = fila { $row }

back-to-plan = Volver al plan
boarding-title = Embarque: viaje { $trip }, { $vehicle }
count-expected = en la lista
count-boarded = presentes
count-refused = no embarcan
count-no-show = no vinieron
balance = Salidas { $departed } = llegadas { $arrived } + explicadas { $explained }:
balanced = cuadra
not-balanced = aún no cuadra
next-step = Paso siguiente
said-clearance = Autorización de
said-departed = Salió
said-arrived = Llegó
said-closed = Cerrado
time-clear = Autorización dada
time-depart = Salió
time-arrive = Llegó
time-close = Cerrado
do-clear = Anotar la autorización
do-depart = Salir
do-arrive = Llegar
do-close = Cerrar
acknowledged = El lado receptor ha acusado recibo de la lista
undo-entry = Deshacer la última anotación
no-passengers = Nadie embarca en este viaje.
search-person = Buscar una persona u hogar
only-open = Solo las pendientes
rest-arrived = Las otras { $count } llegaron
nobody-open = No queda nadie pendiente.
all-present = Las { $count } presentes
mark-present = Presente
mark-refused = No embarca…
mark-no-show = No vino
status-expected = pendiente
status-boarded = presente
status-refused = no embarca
status-no-show = no vino
status-arrived = Llegó
status-hospital = Hospital
status-missing = En paradero desconocido
status-diverted = Con otro rumbo
status-deceased = Falleció
otherwise = De otro modo…
outcome-note = Qué pasó, dónde, quién lo sabe
outcome-note-needed = Hace falta una nota: salidas = llegadas + explicadas.
age = { $age } años
age-about = unos { $age } años
age-unknown = edad no conocida
child = niño o niña
refusal-code = Por qué no embarca
choose-code = Elegir…
refusal-note = Nota (opcional)
referral-note = Derivación abierta con
referral-hint = Nunca se deja a nadie sin más: hay que abrir una derivación.
refusal-hint = Explíquelo en un idioma que la persona entienda; diga cómo reclamar y cuándo habrá otra plaza.
save-refusal = Guardar
cancel = Cancelar
reading-in-title = Se están leyendo las personas de la operación
reading-in = Hechos { $done } de { $of } expedientes. Puede mirar carreteras e informes; se podrá planificar cuando estén todos.
problem-operation-being-read-in = Aún se están leyendo las personas de la operación.
problem-operation-being-read-in-remedy = Espere a que estén todas.
problem-office-not-set-up = La oficina aún no está configurada.
problem-office-not-set-up-remedy = Configúrela con amana init.
name-withheld = reservado
