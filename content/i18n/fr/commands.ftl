# Transmettre, partager, fusionner, effacer : ce qui se décide une fois sur un dossier.

decisions-title = Décider
offer-it = Transmettre
assign-it = Attribuer
share-it = Noter une divulgation
merge-it = Chercher la même personne
erase-it = Demander l’effacement
withdraw-it = La personne le retire
offered-title = Proposé à { $to }
offered-to-you = Proposé à vous
offered-by = Par { $by }, { $agency } : { $why }
take-over = Accepter
decline = Refuser
take-offer-back = Retirer la proposition
offers-title = Proposés à vous
offers-hint = Tant que vous n’acceptez pas, qui le propose en répond. Vous verrez son contenu quand il sera à vous.
hand-over-title = Transmettre
hand-over-hint = On leur demande ; tant que personne n’accepte, le dossier reste à qui l’a.
assign-title = Attribuer
assign-hint = Cela vaut tout de suite, sans leur demander.
take-it-yourself = vous-même
nobody-takes = Personne d’autre ici ne peut suivre ce dossier. Demandez à qui donne les droits dans votre bureau.
to-whom = À qui
of-agency = { $agency }
partner-needs-consent = Ils sont d’une autre agence : il faut un consentement nommant cette agence, ou une autre base notée.
share-title = Noter une divulgation
share-hint = Ce qui a été donné à d’autres, par quelque voie que ce soit. La personne pourra en être informée.
send-title = Envoyer : { $step }
share-on = Sur quelle base
share-on-consent = Consentement { $code } : { $purpose }, { $recipient }
share-on-other = Une autre base
share-lapsed = ne vaut pas
no-consents = Aucun consentement de cette personne n’est noté. Ajoutez-en un, ou indiquez une autre base.
share-what = Ce qu’ils reçoivent
share-purpose = Pour quoi
share-recipient = Qui le reçoit
share-recipient-name = Nom du destinataire
share-basis = Base
basis-vital-interest = Intérêt vital de la personne
basis-best-interests = Intérêt supérieur de l’enfant
basis-mandatory-reporting = Devoir de signaler
basis-legal-obligation = Autre devoir légal
share-reason = Pourquoi elle vaut ici
share-supervisor = Qui a donné son accord
record-disclosure = Noter
consents-title = Consentements
consent-holds = vaut
recall-title = Le consentement est retiré : rappeler avant { $at }
recall-hint = Plus rien ne peut être partagé sur cette base. Arrêtez et rappelez ce qui est en cours.
carried-title = Ce qui a été partagé sur ce consentement
carried-none = Rien n’a été partagé sur ce consentement.
withdraw-title = La personne le retire
withdraw-affects = { $count ->
    [0] Rien n’a été partagé sur cette base. Plus rien ne pourra l’être.
    [one] Un partage repose dessus. Plus rien ne pourra l’être, et ce qui est en cours doit être rappelé sous 24 heures.
   *[other] { $count } partages reposent dessus. Plus rien ne pourra l’être, et ce qui est en cours doit être rappelé sous 24 heures.
  }
withdraw-now = Retirer
received-title = Qui a reçu
received-none = Rien n’a été donné à personne, pour autant que vous puissiez le savoir.
received-what = Quoi
received-on = Sur quelle base
received-carrier = Par
consent-word = consentement
absorbed-title = La même personne que celle-ci
unmerge = Séparer de nouveau
unmerge-title = Séparer de nouveau les deux
unmerge-hint = Les deux restent tels qu’ils étaient, avec ce qui y a été écrit depuis.
pairs-link = Doublons possibles
pairs-title = Doublons possibles
pairs-hint = Des personnes peut-être enregistrées deux fois, et pourquoi. Vous seul pouvez dire s’il s’agit d’une seule.
pairs-looked = { $looked ->
    [one] Une personne examinée.
   *[other] { $looked } personnes examinées, les plus récentes d’abord.
  } { $count ->
    [0] Aucune ne semble enregistrée deux fois.
    [one] Une paire est peut-être une seule personne.
   *[other] { $count } paires sont peut-être une seule personne.
  }
pairs-further = Chercher plus loin
compare = Comparer
are-different = Deux personnes
merge-title = Une personne ou deux ?
merge-hint = Les deux gardent leur historique. Celui qui reste reçoit les réponses que vous choisissez ; l’autre y renvoie. Cela peut être défait.
merge-stays = Celui-ci reste
merge-choose = Lequel reste
merge-take = Prendre cette réponse
merge-differs = diffère
merge-same-answers = Les autres réponses sont les mêmes.
merge-why = Ce qui vous a convaincu
merge-do = C’est une seule personne : fusionner
merge-none-alike = Personne de semblable trouvé. Cherchez par le nom.
merge-with = Qui peut être la même
erase-title = Demander l’effacement
erase-hint = Une deuxième personne doit être d’accord. Alors les clés sont détruites et nul ne pourra plus le lire, pas même dans les sauvegardes faites après. L’audit reste, avec un certificat : code, motif, jour et vous deux. Les consentements et notes qui en font partie disparaissent aussi ; ce qui est ouvert doit d’abord être clos.
erase-asked-title = { $by } demande l’effacement
erase-agree = D’accord : effacer définitivement
erase-agree-title = Effacer définitivement ?
erase-keep = Ne pas effacer
erased = C’est effacé. Le certificat se trouve dans l’audit.
gone-title = C’est fait
gone-hint = Vous ne pouvez plus voir ce dossier.
back-to-list = Vers la liste
certificates-title = Certificats d’effacement
certificate-line = { $code } avec { $parts ->
    [0] rien d’autre
    [one] une partie
   *[other] { $parts } parties
  } : { $why }
certificate-people = demandé par { $by }, accord de { $witness }
taken-back-record = repris
same-as-another = identique à un autre
area-choice = Domaine de travail
consent-for = { $purpose }, { $recipient }
action-withdraw = a retiré un consentement
action-unmerge = a séparé
action-erase-asked = a demandé l’effacement
action-certify = a certifié un effacement
reason-erase-waits = Quelqu’un l’a déjà demandé. Une autre personne doit être d’accord.
problem-share-nothing = Rien n’a été choisi.
problem-share-nothing-remedy = Choisissez ce qu’ils reçoivent.
problem-share-no-supervisor = La personne nommée ne peut pas donner cet accord.
problem-share-no-supervisor-remedy = Choisissez un superviseur dans la liste.
problem-share-other-recipient = Le consentement vise un autre destinataire que l’agence qui recevrait le dossier.
problem-share-other-recipient-remedy = Demandez à la personne son consentement pour cette agence, par son nom.
problem-transfer-two-agencies = Ces personnes sont de deux agences.
problem-transfer-two-agencies-remedy = Proposez-le à une seule agence.
problem-record-without-person = Ce dossier ne nomme personne.
problem-record-without-person-remedy = Indiquez d’abord la personne.
