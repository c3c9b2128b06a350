# Iniciar sesión, los medios propios para hacerlo, las cuentas y lo que decide una segunda persona.

page-decide = Decidir
my-sign-in = Mi inicio de sesión
my-sign-in-hint = Cómo inicia sesión y dónde la tiene abierta.
first-time = Elija cómo iniciar sesión
first-time-hint = Su primer código abre solo esta página. Cree una clave de acceso, o una contraseña con autenticador; desde entonces inicia sesión con ella.
first-time-why = Nadie más, tampoco quien administra, ve nunca lo que elige aquí.
password-or-first-code = Contraseña, o primer código

passkeys = Claves de acceso
passkeys-hint = Inicia sesión con el bloqueo de este dispositivo (dedo, cara o PIN) o con una llave de seguridad. Nada se puede adivinar ni robar con una página falsa.
no-passkeys-yet = Todavía ninguna.
passkey-name = Nombre de la nueva clave de acceso
passkey-here = Este dispositivo
passkey-add = Añadir una clave de acceso
passkeys-elsewhere = Las claves de acceso funcionan cuando la página se abre en su propia dirección:
passkeys-nowhere = Las claves de acceso no funcionan en esta dirección. Use una contraseña con autenticador.
added-on = añadida el { $day }
last-used = último uso: { $at }
remove = Quitar
remove-named = Quitar { $name }

password-with-authenticator = Contraseña con autenticador
authenticator-hint = Una contraseña y seis cifras que muestra una aplicación de su teléfono. Funciona en cualquier navegador.
authenticator-there = { $codes ->
    [0] Configurada. No queda ningún código de recuperación: cree otros.
    [one] Configurada. Queda un código de recuperación.
   *[other] Configurada. Quedan { $codes } códigos de recuperación.
}
authenticator-set-up = Configurar una contraseña con autenticador
authenticator-replace = Cambiar la contraseña y el autenticador
authenticator-remove = Quitar la contraseña y el autenticador
authenticator-scan = Escanee esto con una aplicación de autenticación.
authenticator-type = O escriba en ella esta clave:
authenticator-code = Las seis cifras que muestra ahora
qr-code = Código para escanear
password-hint = Al menos 12 caracteres: cuatro palabras que no tengan nada que ver entre sí.
codes-renew = Nuevos códigos de recuperación
codes-kept = Los he guardado

own-glass = Acceso de emergencia que usted abrió
glass-over = terminado
glass-close = Terminarlo ahora
sessions = Sesiones
sessions-hint = Si se perdió un dispositivo o alguien puede saber cómo inicia sesión.
sign-out-everywhere = Cerrar sesión en todas partes

notice-not-you = Si no lo esperaba, dígaselo de inmediato a quien administra.
notice-sign-in-reset = Quien administra restableció su inicio de sesión.
notice-passkey-added = Se añadió una clave de acceso a su cuenta.
notice-passkey-removed = Se quitó una clave de acceso de su cuenta.
notice-password-set = Se cambiaron la contraseña y el autenticador de su cuenta.
notice-password-removed = Se quitaron la contraseña y el autenticador de su cuenta.
notice-codes-renewed = Se crearon nuevos códigos de recuperación para su cuenta.
notice-glass-justified = Se revisó su acceso de emergencia: era necesario.
notice-glass-not-justified = Se revisó su acceso de emergencia: no se vio que fuera necesario.

new-user-hint = Recibirá después una hoja con un código para el primer inicio de sesión. La persona elige por sí misma una clave de acceso o una contraseña.
sheet-address = Dirección
first-code = Primer código
good-until = Válido hasta
sheet-step-open = Abra la dirección en un navegador.
sheet-step-code = Escriba el nombre y, en lugar de la contraseña, el código.
sheet-step-means = Elija una clave de acceso, o una contraseña con autenticador. Después destruya esta hoja.
reset-account = Restablecer el inicio de sesión
open-account = Abrir la cuenta de nuevo
grant-proposed = El permiso para { $name } espera a una segunda persona.
grant-proposed-hint = Alcanza un ámbito estricto u oculto. Otra persona que da permisos lo aprueba en Decidir antes de una semana.

to-decide = { $count ->
    [one] { $count } espera su decisión
   *[other] { $count } esperan su decisión
}
decide-hint = { $count ->
    [0] Nada espera su decisión.
    [one] Una decisión le espera.
   *[other] { $count } decisiones le esperan.
}
proposals = Permisos que necesitan una segunda persona
proposals-none = Ningún permiso espera.
proposed-by = propuesto por { $name }
command-line = la línea de órdenes
proposal-expires = caduca { $at }
proposal-not-yours = Debe aprobarlo otra persona: ni quien lo propuso ni quien lo tendrá.
approve = Aprobar
decline-proposal = Rechazar
withdraw = Retirar
broken-glasses = Acceso de emergencia
glasses-none = Nadie abrió nada por emergencia.
look-question = ¿Era necesario?
look-justified = Sí, justificado
look-not-justified = No, no justificado
look-remarks = Qué revisó y qué encontró
look-write = Anotarlo
look-not-yours = Debe revisarlo otra persona.

action-reset-account = restableció el inicio de sesión de alguien
action-open-account = abrió una cuenta de nuevo
action-set-password = configuró una contraseña con autenticador
action-remove-password = quitó su contraseña y su autenticador
action-renew-codes = creó nuevos códigos de recuperación
action-add-passkey = añadió una clave de acceso
action-remove-passkey = quitó una clave de acceso
action-use-passkey = usó una clave de acceso
action-sign-out-everywhere = terminó todas las sesiones
action-propose-grant = propuso un permiso
action-approve-grant = aprobó un permiso
action-decline-grant = rechazó un permiso
action-withdraw-grant = retiró un permiso propuesto
action-close-glass = terminó el acceso de emergencia
action-second-look = revisó un acceso de emergencia
purpose-command-line = en la línea de órdenes

problem-passkey-refused = Esta clave de acceso no sirve, o su respuesta llegó tarde.
problem-passkey-refused-remedy = Inténtelo de nuevo. Si continúa, inicie sesión de otro modo y cree una nueva clave de acceso.
problem-passkey-of-another = Esta clave de acceso es de otra persona.
problem-passkey-of-another-remedy = Elija la suya.
problem-no-passkeys = Las claves de acceso no funcionan en esta dirección.
problem-no-passkeys-remedy = Use una contraseña con autenticador.
problem-authenticator-wrong = No es el código que muestra ahora su autenticador.
problem-authenticator-wrong-remedy = Espere al siguiente código y escríbalo. Compruebe la hora del teléfono.
problem-last-means = Sin esto ya no podría iniciar sesión.
problem-last-means-remedy = Configure primero otro modo de iniciar sesión.
problem-not-begun = Tardó demasiado.
problem-not-begun-remedy = Empiece de nuevo.
problem-own-account = Es su propia cuenta.
problem-own-account-remedy = Cambie su inicio de sesión en Mi inicio de sesión. Lo demás debe hacerlo otra persona que administre.
problem-login-unfit = No puede ser un nombre para iniciar sesión.
problem-login-unfit-remedy = Escríbalo sin espacios, como awa.diallo.
problem-grant-to-oneself = Nadie se da un permiso a sí mismo.
problem-grant-to-oneself-remedy = Deje que lo haga otra persona que da permisos.
problem-grant-needs-four-eyes = Otra persona debe aprobarlo.
problem-grant-needs-four-eyes-remedy = Deje que lo apruebe otra persona que da permisos.
problem-look-own = Nadie revisa su propio acceso de emergencia.
problem-look-own-remedy = Deje que lo revise otra persona.
problem-look-given = Alguien ya lo ha revisado.
problem-look-given-remedy = Lea lo que encontró.
problem-no-second-factor = No tiene un segundo medio de demostrar quién es.
problem-no-second-factor-remedy = Añada una clave de acceso o un autenticador en Mi inicio de sesión.
