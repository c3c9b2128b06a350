# El registro de orientaciones: qué seguir, a quién preguntar.
page-guidance = Orientaciones
guidance-hint = Qué seguir y a quién preguntar en cada área de trabajo. Los títulos quedan en el idioma del documento.
guidance-search = Buscar en las orientaciones
guidance-all-areas = Todas las áreas
guidance-area = Área de trabajo
guidance-none = Nada en el registro tiene todas estas palabras.
guidance-count = { $count ->
    [one] { $count } referencia
   *[other] { $count } referencias
}
guidance-contacts = A quién preguntar
guidance-as-cited = Como lo imprime el documento de encargo: { $value }
guidance-contact-as-printed = según lo impreso hacia 2017, sin confirmar
guidance-contact-confirmed = confirmado por esta operación
guidance-kind-policy = política
guidance-kind-guideline = directriz
guidance-kind-standard = norma
guidance-kind-law = ley
guidance-kind-internal-instruction = instrucción interna
guidance-kind-report = informe
guidance-kind-toolkit = conjunto de herramientas
guidance-access-public = público
guidance-access-internal = interno: pida el texto al contacto
guidance-access-in-progress = sin publicar cuando se citó
guidance-state-listed = en la lista, aún sin comprobar
guidance-state-in-progress = en preparación cuando se citó
guidance-state-current = vigente
guidance-state-superseded = sustituido
guidance-state-withdrawn = retirado
guidance-state-unavailable = ya no se puede obtener
guidance-successor = Use en su lugar: { $value }
guidance-cited-year = El documento de encargo lo cita con otro año: { $value }
guidance-see-also = Léalo junto con: { $value }
guidance-source = Visto en: { $value }
guidance-set-locally = Valor por defecto: fijar localmente. Procede de la memoria del terreno; compruébelo antes de basarse en él.
guidance-review-due = Revisión pendiente: nadie ha comprobado en el último año si sigue vigente.
guidance-checked = Comprobado el { $day } por { $by }
