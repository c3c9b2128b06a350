# Inicio de sesión, marco, personas, expedientes y casos.

demo-word = Demostración
demo-says = Todas las personas aquí son inventadas. Nunca introduzca a una persona real.
sign-in = Iniciar sesión
sign-in-purpose = Proteger a las personas en una crisis
sign-out = Cerrar sesión
lock = Bloquear
pages = Páginas
page-people = Personas
page-cases = Casos
page-audit = Auditoría
page-users = Usuarios
page-not-loaded = No se pudo cargar esta página. Compruebe la red y ábrala de nuevo.
no-page-title = Nada que ver aquí
no-page-hint = Su función no usa esta página. Pregunte a quien da los permisos en su oficina.
demo-choose = Iniciar sesión como
demo-last = la última vez
ended-expired = Su sesión ha terminado
ended-locked = La pantalla está bloqueada
ended-left = Ha cerrado la sesión
ended-comes-back = Inicie sesión de nuevo: lo que estaba abierto vuelve.
not-set-up = Esta oficina aún no tiene administración
not-set-up-hint = En la máquina que la sirve, ejecute
login = Nombre para iniciar sesión
password = Contraseña
with-passkey = Usar una clave de acceso
or-password = o con una contraseña
code = Código
code-needed = Un paso más
code-hint = Seis cifras de su autenticador, o un código de recuperación.
proof-title = Confirme que es usted
proof-hint = Lo que sigue necesita una prueba reciente. Vale diez minutos.
proof-demo = En una oficina real se piden su contraseña y código. Aquí basta con pulsar una vez.
proof-give = Soy yo
problem-wrong-sign-in = El nombre, la contraseña o el código no son correctos.
problem-wrong-sign-in-remedy = Inténtelo de nuevo. Pregunte a la administración si los ha perdido.
problem-too-many-tries = Demasiados intentos.
problem-too-many-tries-remedy = Espere { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
} e inténtelo de nuevo.
problem-passkey-left = No se usó la clave de acceso.
problem-passkey-left-remedy = Inténtelo de nuevo o use la contraseña.
problem-signed-out = Ha cerrado la sesión.
problem-signed-out-remedy = Inicie sesión de nuevo.
problem-access-step-up = Esto necesita una prueba reciente de quién es usted.
problem-access-step-up-remedy = Confirme que es usted.
problem-access-no-grant = Ninguno de sus permisos lo autoriza.
problem-access-no-grant-remedy = Pregunte a quien da los permisos en su oficina.
problem-access-break-glass = Esto no está en su trabajo.
problem-access-break-glass-remedy = Pida un permiso. Si alguien está en peligro ahora, use el acceso de emergencia.
problem-access-reason = El motivo es demasiado corto.
problem-access-reason-remedy = Diga quién está en peligro y por qué no puede esperar.
problem-access-purpose = Esto no está permitido para ese fin.
problem-access-purpose-remedy = Indique un fin para el que esté permitido.
problem-not-found = No existe ese expediente o usted no puede verlo.
problem-not-found-remedy = Compruebe el código.
not-found-title = No encontrado
not-found-hint = No existe ese expediente o usted no puede verlo.

find-person = Nombre en cualquier escritura, o código
lines-found = { $count ->
    [0] No se encontró a nadie
    [one] Se encontró a una persona
   *[other] Se encontraron { $count }
}
register-as = Registrar: { $what }
nobody-found = No se encontró a nadie.
nobody-found-hint = Pruebe otra grafía o parte del nombre. Si nadie coincide, registre.
nobody-yet = Aún no hay nadie en el registro.
show-more = Mostrar más
changed-on = cambiado el { $day }
overdue-since = con retraso desde { $at }
due-by = vence { $at }
name-hidden = usted no puede ver el nombre

yes = Sí
no = No
save = Guardar
edit = Editar
choose = Elegir…
needed = necesario
why = Por qué
years = Años
estimated = aproximada (estimada)
age-on = dicho el
age-said = { $years } años el { $on }
age-said-about = unos { $years } años el { $on }
about-date = hacia { $date }
from-to = { $from } a { $to }
month = Mes
precision = ¿Con qué exactitud se sabe?
precision-day = Día
precision-month = Mes
precision-year = Año
precision-between = Entre
year-from = desde el año
year-to = hasta el año
year-example = p. ej. 1987
number-hint = 7, o 6-8
latitude = Latitud
longitude = Longitud
pcode = p-code
pcode-parent = p-code de su zona
find-record = Nombre o código
record-chosen = Elegido
choose-other = Elegir otro
no-files-yet = Desde esta página no se pueden añadir archivos.
none-of-these = Ninguno de estos
no-answer-because = Sin respuesta, porque
say-unknown = No sabe
say-refused = Prefiere no decirlo
say-not-asked = No se preguntó
silence-unknown = preguntado, no sabe
silence-refused = preguntado, prefiere no decirlo
silences-hint = Nadie está obligado a responder. Diga por qué no hay respuesta o déjelo como «no se preguntó».
not-known-yet = aún no se sabe
hinders-required = Necesita una respuesta, o por qué no la hay.
hinders-unreadable = Esto no puede leerse como respuesta.
hinders-constraint = Esta respuesta no se acepta.
hinders-too-few = Se necesita al menos { $count ->
    [one] una
   *[other] { $count }
}.
answers-refused = Algunas respuestas no pueden guardarse
row-of = { $what } { $number }
add-row = Añadir: { $what }
drop-row = Quitar
hint-hindered = { $count ->
    [one] A una pregunta aún le falta algo.
   *[other] A { $count } preguntas aún les falta algo.
}
hint-likenesses = Mire primero quién puede estar ya aquí: diga de cada una si es la misma persona.
kept-here = { $kind }: se conserva en esta pantalla hasta que guarde, también mientras está bloqueada.

like-title = ¿Ya está aquí?
like-none = Hasta ahora no se conoce a nadie parecido.
like-count = { $count ->
    [one] Una persona puede ser la misma.
   *[other] { $count } personas pueden ser la misma.
}
like-offline = No se puede llegar al servidor: ahora no se pueden buscar duplicados.
same-person = La misma persona: abrir
other-person = Otra persona
none-is-same = Ninguna es la misma
saved = Guardado
code-means = El código no significa nada. Léalo en voz alta o escríbalo en papel.
open-record = Abrir
register-another = Registrar a otra persona
back-to-parent = Volver al expediente de origen

record = Expediente
record-print-handling = Confidencial. Solo para quien lo imprimió. Destruir cuando ya no haga falta.
tab-known = Lo que se sabe
tab-history = Historial
tab-seen = Quién lo ha visto
merged-title = Este expediente se fusionó con otro
merged-open = Abrir el otro
no-group-seen = No hay nada en este expediente que usted pueda ver.
nothing-written = Aquí no hay nada escrito.
seen-by-roles = { $count ->
    [one] lo ve una función
   *[other] lo ven { $count } funciones
}
taken-back = retirado
two-answers = { $count ->
    [2] Dos respuestas: { $field }
   *[other] { $count } respuestas: { $field }
}
two-answers-hint = Las escribieron personas que no habían visto las de las otras. Se conservan hasta que alguien elija.
keep-this = Conservar esta
write-third = Escribir otra respuesta
conflict-not-yours = Debe resolverlo alguien que pueda cambiarlo.
take-back = Deshacer
undo-kept = Una parte queda, porque otras personas han seguido a partir de ella
steps-title = Qué puede seguir
parts-title = Qué le pertenece
no-parts = Aún nada.
seen-hint = Quién ha visto o recibido qué, y para qué. La persona puede pedir esta lista.
nobody-saw = Aún nadie.
when = Cuándo
who = Quién
did-what = Qué hizo
of-what = De qué
what-for = Para qué

caseload = { $late ->
    [0] { $count ->
        [0] Ningún caso.
        [one] Un caso, sin retraso.
       *[other] { $more ->
            [yes] Los primeros { $count } casos, ninguno con retraso.
           *[no] { $count } casos, ninguno con retraso.
        }
    }
   *[other] { $more ->
        [yes] Los primeros { $count } casos, { $late } con retraso.
       *[no] { $count ->
            [one] Un caso, con retraso.
           *[other] { $count } casos, { $late } con retraso.
        }
    }
}
all-states = Todos los estados
no-cases = No tiene ningún caso.
no-cases-hint = Un caso se abre desde la página de una persona.

audit-hint = Cada eslabón sujeta al anterior. Aquí no está nada de lo leído, solo que se leyó.
audit-empty = Aún no se hizo nada.
verify = Verificar la cadena
chain-holds = La cadena está intacta: { $count ->
    [one] un eslabón
   *[other] { $count } eslabones
}
chain-broken = La cadena está rota o falta un eslabón ({ $count } mirados)
link-number = Eslabón
show-older = Mostrar anteriores

users-hint = Quien da permisos no ve por ello ningún caso.
new-user = Nuevo usuario
full-name = Nombre
new-grant = Nuevo permiso
no-grants = Sin permisos: puede iniciar sesión y no ve nada.
end-grant = Terminar ahora
role = Función
until = Hasta
until-day = hasta el { $day }
no-end = sin fin

break-glass = Acceso de emergencia…
glass-hint = Si alguien está en peligro ahora y el expediente no está en su trabajo: diga por qué. Podrá leerlo unas horas. Una segunda persona revisa lo hecho en tres días, y se avisa de inmediato a quien le supervisa.
glass-reason = ¿Quién está en peligro y por qué no puede esperar?
glass-hours = Por cuánto tiempo
glass-break = Abrir
glass-open = Abierto hasta { $at }
glass-looked-at = Una segunda persona revisa lo que hace antes de { $at }.

record-kind-person = persona
record-kind-household = familia
record-kind-tie = vínculo
record-kind-case = caso
record-kind-assessment = valoración
record-kind-incident = incidente
record-kind-inquiry = solicitud de búsqueda
record-kind-service = servicio
record-kind-referral = derivación
record-kind-site = sitio
record-kind-movement = desplazamiento
record-kind-note = nota
record-kind-consent = consentimiento
record-kind-name = nombre
record-kinds-person = Personas
record-kinds-household = Familias
record-kinds-tie = Vínculos
record-kinds-case = Casos
record-kinds-assessment = Valoraciones
record-kinds-incident = Incidentes
record-kinds-inquiry = Solicitudes de búsqueda
record-kinds-service = Servicios
record-kinds-referral = Derivaciones
record-kinds-site = Sitios
record-kinds-movement = Desplazamientos
record-kinds-note = Notas
record-kinds-consent = Consentimientos
record-kinds-name = Nombres
field-group-card = Lista
field-group-identity = Identidad
field-group-contact = Contacto
field-group-location = Dónde está
field-group-needs = Necesidades
field-group-health = Salud
field-group-narrative = En sus palabras
field-group-legal = Documentos y derecho
field-group-decision = Decisiones
field-group-alleged = Quién se dice que lo hizo
field-group-photo = Foto
field-group-consent = Consentimiento
area-general = Protección general
area-movement = Desplazamiento
area-site = Sitio
area-legal = Asistencia legal
area-hlp = Vivienda, tierra y propiedad
area-tracing = Búsqueda de familiares
area-child-protection = Protección de la niñez
area-mhpss = Salud mental y apoyo psicosocial
area-resettlement = Reasentamiento
area-gbv = Violencia de género
area-trafficking = Lucha contra la trata
area-complaint = Quejas
area-office = La oficina
risk-level-low = riesgo bajo
risk-level-medium = riesgo medio
risk-level-high = riesgo alto
risk-level-none = sin riesgo
risk-level-critical = riesgo crítico
action-list = vio en una lista
action-read = leyó
action-write = escribió
action-create = creó
action-advance = dio un paso
action-transfer = transfirió
action-approve = aprobó
action-share = compartió
action-export = exportó
action-merge = fusionó
action-backup = empezó una copia de seguridad
action-backup-done = terminó una copia de seguridad
action-restore = restauró una copia de seguridad
action-erase = borró
action-grant = dio permiso
action-administer = administró
action-break-glass = usó el acceso de emergencia
action-sign-in = inició sesión
action-undo = deshizo
purpose-registration = registro
purpose-case-management = gestión de casos
purpose-supervision = supervisión
purpose-assistance = asistencia
purpose-movement = desplazamiento
purpose-tracing = búsqueda de familiares
purpose-resettlement = reasentamiento
purpose-site-management = gestión de un sitio
purpose-complaint-handling = tratamiento de quejas
purpose-statistics = recuentos
purpose-data-quality = calidad de los datos
purpose-data-protection = protección de datos
purpose-administration = administración
purpose-audit = auditoría
purpose-emergency = emergencia
role-registration-clerk = Personal de registro
role-cp-caseworker = Gestión de casos, protección de la niñez
role-gbv-caseworker = Gestión de casos de sobrevivientes (VG)
role-ct-caseworker = Especialista en lucha contra la trata
role-mhpss-provider = Salud mental y apoyo psicosocial
role-legal-officer = Oficial jurídico
role-resettlement-officer = Oficial de reasentamiento
role-supervisor = Supervisión
role-gbv-supervisor = Supervisión, VG
role-ct-supervisor = Supervisión, lucha contra la trata
role-mhpss-supervisor = Supervisión clínica
role-movement-officer = Oficial de desplazamientos
role-protection-officer = Oficial de protección
role-site-manager = Gestión del sitio
role-tracing-officer = Oficial de búsqueda de familiares
role-data-officer = Oficial de datos
role-dp-focal = Punto focal de protección de datos
role-psea-focal = Punto focal de PEAS
role-admin = Administración
role-auditor = Auditoría
role-does-registration-clerk = Registra a personas y familias en la ventanilla. No ve ningún caso.
role-does-cp-caseworker = Lleva los casos de niños, niñas y adolescentes que tiene a su cargo.
role-does-gbv-caseworker = Lleva los casos de sobrevivientes que tiene a su cargo; nadie más sabe de ellos.
role-does-ct-caseworker = Lleva casos de lucha contra la trata; nadie más sabe de ellos.
role-does-supervisor = Ve los casos del equipo y da el segundo sí.
role-does-movement-officer = Planifica evacuaciones y transportes. No ve ningún caso.
role-does-protection-officer = Valora quién está expuesto y qué necesita cada persona para viajar. No ve ningún caso.
role-does-site-manager = Gestiona un sitio. Ve necesidades, no nombres ni casos.
role-does-tracing-officer = Busca a familiares desaparecidos.
role-does-data-officer = Importa, encuentra duplicados, cuenta.
role-does-dp-focal = Responde a las personas sobre sus datos; revisa el acceso de emergencia.
role-does-psea-focal = Recibe quejas sobre personal humanitario; trabaja aparte de todo lo demás.
role-does-admin = Lleva cuentas y permisos. No lee ningún expediente de una persona.
role-does-auditor = Lee quién hizo qué, y nada de lo que se leyó.
has-conflict = dos respuestas
the-program = el programa
waits-for-yes = Espera un segundo sí: { $step }
agree = Aceptar
turn-down = Rechazar
needs-second = Vale cuando una segunda persona está de acuerdo.
fill-in = Completar: { $form }
the-form = el formulario
register-new = Aún no está: registrar
go-on = Continuar
record-state-draft = borrador
record-state-registered = registrado
record-state-identified = identificado
record-state-assessed = valorado
record-state-in-service = plan en marcha
record-state-in-review = en revisión
record-state-closed = cerrado
record-state-open = abierto
record-state-tracing = en búsqueda
record-state-verified = verificado
record-state-reunified = reunificado
record-state-drafted = redactado
record-state-consented = aceptado por la persona
record-state-sent = enviado
record-state-received = recibido
record-state-accepted = aceptado
record-state-declined = rechazado
record-state-appointment = cita acordada
record-state-attended = acudió
record-state-no-show = no vino
record-state-provided = prestado
record-state-not-provided = no prestado
record-state-recalled = retirado
record-state-active = activo
record-state-inactive = inactivo
record-state-moved = se ha mudado
record-state-deceased = falleció
record-state-listed = en el directorio
record-state-hidden = no mostrado
record-state-removed = eliminado
record-kind-identifier = documento
record-kinds-identifier = Documentos y números
record-kind-member = miembro
record-kinds-member = Miembros
record-kind-separation = miembro separado
record-kinds-separation = Miembros separados
record-kind-evidence = indicio
record-kinds-evidence = Indicios
action-search = buscó
action-read-history = leyó el historial
action-decide = decidió
action-sign-out = cerró sesión
action-step-up = probó de nuevo quién es
action-end-grant = terminó un permiso
find-in-list = Escriba para buscar en la lista
add-something = Añadir…
area = Área de trabajo
glass-open-now = Abrir ahora
sheet-title = Para { $name }
sheet-once = Se muestra una vez y no se guarda: imprímalo o anótelo ahora.
sheet-codes = Códigos de recuperación, cada uno vale una vez:
sheet-handed = Está entregado
print = Imprimir
account-ended = terminado { $at }
end-account = Cerrar la cuenta
broken-glass = acceso de emergencia
second-look-due = por revisar antes de { $at }
action-add-account = añadió una cuenta
action-end-account = cerró una cuenta
action-give-grant = dio un permiso
action-set-up = configuró la oficina
action-use-authenticator = usó un autenticador
action-use-recovery-code = usó un código de recuperación
action-import = importó
reason-alike-name = una palabra de «{ $name }» es la misma
reason-alike-sound = «{ $name }» suena parecido
action-read-list = leído en una lista
action-print-list = impreso en una lista
action-read-in = leído de la lista de la operación
