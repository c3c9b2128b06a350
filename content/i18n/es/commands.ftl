# Entregar, compartir, fusionar, borrar: lo que se decide una sola vez sobre un expediente.

decisions-title = Decidir
offer-it = Entregar
assign-it = Asignar
share-it = Registrar una divulgación
merge-it = Buscar a la misma persona
erase-it = Pedir el borrado
withdraw-it = La persona lo retira
offered-title = Ofrecido a { $to }
offered-to-you = Ofrecido a usted
offered-by = Por { $by }, { $agency }: { $why }
take-over = Aceptar
decline = Rechazar
take-offer-back = Retirar la oferta
offers-title = Ofrecido a usted
offers-hint = Hasta que acepte, responde quien lo ofrece. Verá lo que contiene cuando sea suyo.
hand-over-title = Entregar
hand-over-hint = Se le pregunta; hasta que alguien acepte, queda con quien lo tiene ahora.
assign-title = Asignar
assign-hint = Vale de inmediato, sin preguntarle.
take-it-yourself = usted
nobody-takes = Nadie más aquí puede trabajar en este expediente. Pregunte a quien da los permisos en su oficina.
to-whom = A quién
of-agency = { $agency }
partner-needs-consent = Es de otra organización: solo pasa con consentimiento para esa organización por su nombre, u otra base registrada.
share-title = Registrar una divulgación
share-hint = Lo que se dio a otros, por cualquier vía. Entra en lo que se puede decir a la persona.
send-title = Enviar: { $step }
share-on = Con qué base
share-on-consent = Consentimiento { $code }: { $purpose }, { $recipient }
share-on-other = Otra base
share-lapsed = no vale
no-consents = Aún no hay ningún consentimiento de esta persona. Añada uno primero o indique otra base.
share-what = Lo que recibe
share-purpose = Para qué
share-recipient = Quién lo recibe
share-recipient-name = Nombre del destinatario
share-basis = Base
basis-vital-interest = Interés vital de la persona
basis-best-interests = Interés superior del niño
basis-mandatory-reporting = Deber de denuncia
basis-legal-obligation = Otro deber legal
share-reason = Por qué se aplica aquí
share-supervisor = Quién estuvo de acuerdo
record-disclosure = Registrar
consents-title = Consentimientos
consent-holds = vale
recall-title = El consentimiento fue retirado: retirar antes de { $at }
recall-hint = No se puede compartir nada más con él. Detenga y retire lo que esté en curso.
carried-title = Lo compartido con este consentimiento
carried-none = No se ha compartido nada con este consentimiento.
withdraw-title = La persona lo retira
withdraw-affects = { $count ->
    [0] No se ha compartido nada con él. Desde ahora no se podrá.
    [one] Se compartió una vez con él. No se podrá más, y lo que está en curso debe retirarse en 24 horas.
   *[other] Se compartió { $count } veces con él. No se podrá más, y lo que está en curso debe retirarse en 24 horas.
  }
withdraw-now = Retirarlo
received-title = Quién ha recibido
received-none = No se dio nada a nadie, hasta donde usted puede saber.
received-what = Qué
received-on = Con qué base
received-carrier = Por
consent-word = consentimiento
absorbed-title = La misma que esta persona
unmerge = Separar de nuevo
unmerge-title = Separar los dos de nuevo
unmerge-hint = Los dos quedan como estaban, con lo que se escribió en cada uno desde entonces.
pairs-link = Posibles duplicados
pairs-title = Posibles duplicados
pairs-hint = Personas que pueden estar registradas dos veces, y por qué. Solo usted puede decir si son una.
pairs-looked = { $looked ->
    [one] Se miró a una persona.
   *[other] Se miró a { $looked } personas, primero las más recientes.
  } { $count ->
    [0] Ninguna parece estar registrada dos veces.
    [one] Un par puede ser una sola persona.
   *[other] { $count } pares pueden ser una sola persona.
  }
pairs-further = Seguir mirando
compare = Comparar
are-different = Personas distintas
merge-title = ¿Una persona o dos?
merge-hint = Los dos conservan su historial. El que queda recibe las respuestas que usted elija; el otro remite a él. Se puede deshacer.
merge-stays = Queda este
merge-choose = Cuál queda
merge-take = Tomar esta respuesta
merge-differs = difiere
merge-same-answers = Las demás respuestas son iguales.
merge-why = Qué le convenció
merge-do = Son una persona: fusionar
merge-none-alike = No se encontró a nadie que pueda ser la misma persona. Búsquela por nombre.
merge-with = Quién puede ser la misma
erase-title = Pedir el borrado
erase-hint = Una segunda persona debe estar de acuerdo. Entonces se destruyen las claves y nadie podrá leerlo nunca más, tampoco en copias de seguridad posteriores. Queda la auditoría, con un certificado: código, motivo, día y ustedes dos. También se van los consentimientos y notas que le pertenecen; lo que esté abierto debe cerrarse antes.
erase-asked-title = { $by } pide que se borre
erase-agree = De acuerdo: borrar para siempre
erase-agree-title = ¿Borrar para siempre?
erase-keep = No borrar
erased = Se borró. El certificado está en la auditoría.
gone-title = Hecho
gone-hint = Usted ya no puede ver este expediente.
back-to-list = A la lista
certificates-title = Certificados de borrado
certificate-line = { $code } con { $parts ->
    [0] nada más
    [one] una parte
   *[other] { $parts } partes
  }: { $why }
certificate-people = pedido por { $by }, acordado por { $witness }
taken-back-record = retirado
same-as-another = el mismo que otro
area-choice = Área de trabajo
consent-for = { $purpose }, { $recipient }
action-withdraw = retiró un consentimiento
action-unmerge = separó
action-erase-asked = pidió un borrado
action-certify = certificó un borrado
reason-erase-waits = Alguien ya lo ha pedido. Otra persona debe estar de acuerdo.
problem-share-nothing = No se eligió nada para compartir.
problem-share-nothing-remedy = Elija lo que recibe.
problem-share-no-supervisor = Quien figura como de acuerdo no puede aprobar esto.
problem-share-no-supervisor-remedy = Elija de la lista a quien supervisa.
problem-share-other-recipient = El consentimiento es para otro destinatario que la organización que recibiría el expediente.
problem-share-other-recipient-remedy = Pida a la persona consentimiento para esta organización, por su nombre.
problem-transfer-two-agencies = Estas personas son de dos organizaciones.
problem-transfer-two-agencies-remedy = Ofrézcalo a una sola organización.
problem-record-without-person = Este expediente no dice de qué persona trata.
problem-record-without-person-remedy = Indique primero la persona.
