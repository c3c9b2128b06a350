# Le registre des références : que suivre, à qui s’adresser.
page-guidance = Références
guidance-hint = Que suivre et à qui s’adresser dans chaque domaine de travail. Les titres restent dans la langue du document.
guidance-search = Chercher dans les références
guidance-all-areas = Tous les domaines
guidance-area = Domaine de travail
guidance-none = Rien dans le registre ne contient tous ces mots.
guidance-count = { $count ->
    [one] { $count } référence
   *[other] { $count } références
}
guidance-contacts = À qui s’adresser
guidance-as-cited = Tel que la note l’imprime : { $value }
guidance-contact-as-printed = tel qu’imprimé vers 2017, non confirmé
guidance-contact-confirmed = confirmé par cette opération
guidance-kind-policy = politique
guidance-kind-guideline = lignes directrices
guidance-kind-standard = norme
guidance-kind-law = droit
guidance-kind-internal-instruction = instruction interne
guidance-kind-report = rapport
guidance-kind-toolkit = outils
guidance-access-public = public
guidance-access-internal = interne : demandez le texte au contact
guidance-access-in-progress = non publié lors de la citation
guidance-state-listed = inscrit, pas encore vérifié
guidance-state-in-progress = en préparation lors de la citation
guidance-state-current = en vigueur
guidance-state-superseded = remplacé
guidance-state-withdrawn = retiré
guidance-state-unavailable = n’est plus disponible
guidance-successor = À utiliser à la place : { $value }
guidance-cited-year = La note cite une autre année : { $value }
guidance-see-also = À lire avec : { $value }
guidance-source = Vu dans : { $value }
guidance-set-locally = Par défaut : à fixer localement. Connaissance du terrain ; vérifiez avant de vous y fier.
guidance-review-due = À revoir : personne n’a vérifié depuis un an si elle vaut encore.
guidance-checked = Vérifié le { $day } par { $by }
