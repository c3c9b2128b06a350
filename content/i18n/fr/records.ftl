# Connexion, cadre, personnes, dossiers.

demo-word = Démonstration
demo-says = Ici, tout le monde est inventé. N’y entrez jamais une personne réelle.
sign-in = Se connecter
sign-in-purpose = Protéger les personnes dans une crise
sign-out = Se déconnecter
lock = Verrouiller
pages = Pages
page-people = Personnes
page-cases = Cas
page-audit = Journal d’audit
page-users = Utilisateurs
page-not-loaded = Cette page n’a pas pu être chargée. Vérifiez le réseau, puis rouvrez-la.
no-page-title = Rien à voir ici
no-page-hint = Votre rôle n’utilise pas cette page. Demandez à qui donne les droits dans votre bureau.
demo-choose = Se connecter comme
demo-last = la dernière fois
ended-expired = Votre session est terminée
ended-locked = L’écran est verrouillé
ended-left = Vous êtes déconnecté
ended-comes-back = Connectez-vous de nouveau : ce qui était ouvert revient.
not-set-up = Ce bureau n’a pas encore d’administrateur
not-set-up-hint = Sur la machine qui le sert, lancez
login = Nom de connexion
password = Mot de passe
with-passkey = Utiliser une clé d’accès
or-password = ou avec un mot de passe
code = Code
code-needed = Encore une étape
code-hint = Six chiffres de votre application, ou un code de secours.
proof-title = Confirmez que c’est vous
proof-hint = La suite demande une preuve récente. Elle vaut dix minutes.
proof-demo = Dans un vrai bureau, votre mot de passe et un code sont demandés. Ici, un appui suffit.
proof-give = C’est moi
problem-wrong-sign-in = Le nom, le mot de passe ou le code n’est pas juste.
problem-wrong-sign-in-remedy = Réessayez. Si vous les avez perdus, demandez à l’administrateur.
problem-too-many-tries = Trop d’essais.
problem-too-many-tries-remedy = Attendez { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}, puis réessayez.
problem-passkey-left = La clé d’accès n’a pas été utilisée.
problem-passkey-left-remedy = Réessayez, ou utilisez le mot de passe.
problem-signed-out = Vous êtes déconnecté.
problem-signed-out-remedy = Connectez-vous de nouveau.
problem-access-step-up = Ceci demande une preuve récente de votre identité.
problem-access-step-up-remedy = Confirmez que c’est vous.
problem-access-no-grant = Aucun de vos droits ne le permet.
problem-access-no-grant-remedy = Demandez à qui donne les droits dans votre bureau.
problem-access-break-glass = Ceci n’est pas dans votre travail.
problem-access-break-glass-remedy = Demandez un droit. Si quelqu’un est en danger maintenant, utilisez l’accès d’urgence.
problem-access-reason = La raison est trop courte.
problem-access-reason-remedy = Dites qui est en danger et pourquoi cela ne peut attendre.
problem-access-purpose = Ce n’est pas permis pour cette finalité.
problem-access-purpose-remedy = Indiquez une finalité pour laquelle c’est permis.
problem-not-found = Ce dossier n’existe pas, ou vous n’avez pas à le voir.
problem-not-found-remedy = Vérifiez le code.
not-found-title = Introuvable
not-found-hint = Ce dossier n’existe pas, ou vous n’avez pas à le voir.

find-person = Nom dans toute écriture, ou code
lines-found = { $count ->
    [0] Personne de trouvé
    [one] Une trouvée
   *[other] { $count } trouvées
}
register-as = Enregistrer : { $what }
nobody-found = Personne de trouvé.
nobody-found-hint = Essayez une autre graphie ou une partie du nom. Si personne ne convient, enregistrez.
nobody-yet = Personne n’est encore enregistré.
show-more = Montrer la suite
changed-on = modifié { $day }
overdue-since = en retard depuis { $at }
due-by = à faire avant { $at }
name-hidden = nom que vous n’avez pas à voir

yes = Oui
no = Non
save = Enregistrer
edit = Modifier
choose = Choisir…
needed = nécessaire
why = Pourquoi
years = Ans
estimated = environ (estimé)
age-on = dit le
age-said = { $years } ans le { $on }
age-said-about = environ { $years } ans le { $on }
about-date = vers { $date }
from-to = { $from } à { $to }
month = Mois
precision = Avec quelle précision est-ce connu ?
precision-day = Jour
precision-month = Mois
precision-year = Année
precision-between = Entre
year-from = de l’année
year-to = à l’année
year-example = p. ex. 1987
number-hint = 7, ou 6-8
latitude = Latitude
longitude = Longitude
pcode = p-code
pcode-parent = p-code de sa zone
find-record = Nom ou code
record-chosen = Choisi
choose-other = En choisir un autre
no-files-yet = Cette page ne permet pas d’ajouter des fichiers.
none-of-these = Aucun de ceux-ci
no-answer-because = Pas de réponse, parce que
say-unknown = Ne sait pas
say-refused = Préfère ne pas dire
say-not-asked = Pas demandé
silence-unknown = demandé, ne sait pas
silence-refused = demandé, préfère ne pas dire
silences-hint = Personne n’est obligé de répondre. Dites pourquoi il n’y a pas de réponse, ou laissez « pas demandé ».
not-known-yet = pas encore connu
hinders-required = Il faut une réponse, ou pourquoi il n’y en a pas.
hinders-unreadable = Ceci ne se lit pas comme une réponse.
hinders-constraint = Cette réponse n’est pas acceptée.
hinders-too-few = Il en faut au moins { $count ->
    [one] une
   *[other] { $count }
}.
answers-refused = Des réponses ne peuvent être gardées
row-of = { $what } { $number }
add-row = Ajouter : { $what }
drop-row = Retirer
hint-hindered = { $count ->
    [one] Une question demande encore quelque chose.
   *[other] { $count } questions demandent encore quelque chose.
}
hint-likenesses = Regardez d’abord qui est peut-être déjà là : dites pour chacun si c’est la même personne.
kept-here = { $kind } : gardé sur cet écran jusqu’à l’enregistrement, aussi quand il est verrouillé.

like-title = Déjà là ?
like-none = Personne de semblable n’est connu jusqu’ici.
like-count = { $count ->
    [one] Une personne est peut-être la même.
   *[other] { $count } personnes sont peut-être la même.
}
like-offline = Le serveur ne répond pas : les doublons ne peuvent être cherchés maintenant.
same-person = Même personne : ouvrir
other-person = Quelqu’un d’autre
none-is-same = Aucune n’est la même
saved = Enregistré
code-means = Le code n’a pas de sens. Lisez-le ou écrivez-le sur papier.
open-record = Ouvrir
register-another = En enregistrer un autre
back-to-parent = Revenir au dossier dont il fait partie

record = Dossier
record-print-handling = Confidentiel. Pour la seule personne qui l’a imprimé. À détruire dès qu’il ne sert plus.
tab-known = Ce qui est connu
tab-history = Historique
tab-seen = Qui l’a vu
merged-title = Ce dossier a été fondu dans un autre
merged-open = Ouvrir l’autre
no-group-seen = Rien dans ce dossier n’est à voir pour vous.
nothing-written = Rien n’est écrit ici.
seen-by-roles = { $count ->
    [one] un rôle voit ceci
   *[other] { $count } rôles voient ceci
}
taken-back = repris
two-answers = { $count ->
    [2] Deux réponses : { $field }
   *[other] { $count } réponses : { $field }
}
two-answers-hint = Elles ont été écrites par des personnes qui n’avaient pas vu celle de l’autre. Toutes sont gardées jusqu’à ce que quelqu’un choisisse.
keep-this = Garder celle-ci
write-third = Écrire une autre réponse
conflict-not-yours = Quelqu’un qui peut modifier ceci doit trancher.
take-back = Reprendre
undo-kept = Une partie reste, parce que d’autres ont écrit à la suite
steps-title = Ce qui peut suivre
parts-title = Ce qui en fait partie
no-parts = Rien encore.
seen-hint = Qui a vu ou reçu quoi, et pourquoi. La personne peut demander cette liste.
nobody-saw = Personne encore.
when = Quand
who = Qui
did-what = A fait
of-what = De quoi
what-for = Pour quoi

caseload = { $late ->
    [0] { $count ->
        [0] Aucun cas.
        [one] Un cas, pas en retard.
       *[other] { $more ->
            [yes] Les { $count } premiers cas, aucun en retard.
           *[no] { $count } cas, aucun en retard.
        }
    }
   *[other] { $more ->
        [yes] Les { $count } premiers cas, { $late } en retard.
       *[no] { $count ->
            [one] Un cas, en retard.
           *[other] { $count } cas, { $late } en retard.
        }
    }
}
all-states = Tous les états
no-cases = Aucun cas n’est à vous.
no-cases-hint = Un cas s’ouvre depuis la page d’une personne.

audit-hint = Chaque maillon tient celui d’avant. Rien de ce qui a été lu n’est ici, seulement que cela a été lu.
audit-empty = Rien n’a encore été fait.
verify = Vérifier la chaîne
chain-holds = La chaîne tient : { $count ->
    [one] un maillon
   *[other] { $count } maillons
}
chain-broken = La chaîne est rompue, ou il manque un maillon ({ $count } examinés)
link-number = Maillon
show-older = Montrer plus ancien

users-hint = Qui donne les droits ne voit aucun cas pour autant.
new-user = Nouvel utilisateur
full-name = Nom
new-grant = Nouveau droit
no-grants = Aucun droit : peut se connecter et ne voit rien.
end-grant = Finir maintenant
role = Rôle
until = Jusqu’au
until-day = jusqu’au { $day }
no-end = sans fin

break-glass = Accès d’urgence…
glass-hint = Si quelqu’un est en danger maintenant et que le dossier n’est pas dans votre travail : dites pourquoi. Vous pourrez le lire quelques heures. Une deuxième personne regarde ce qui a été fait dans les trois jours, et votre superviseur est averti tout de suite.
glass-reason = Qui est en danger, et pourquoi cela ne peut-il attendre ?
glass-hours = Pour combien de temps
glass-break = Ouvrir
glass-open = Ouvert jusqu’à { $at }
glass-looked-at = Une deuxième personne regarde ce que vous faites avant { $at }.

record-kind-person = personne
record-kind-household = famille
record-kind-tie = lien
record-kind-case = cas
record-kind-assessment = évaluation
record-kind-incident = incident
record-kind-inquiry = demande de recherche
record-kind-service = service
record-kind-referral = référencement
record-kind-site = site
record-kind-movement = mouvement
record-kind-note = note
record-kind-consent = consentement
record-kind-name = nom
record-kinds-person = Personnes
record-kinds-household = Familles
record-kinds-tie = Liens
record-kinds-case = Cas
record-kinds-assessment = Évaluations
record-kinds-incident = Incidents
record-kinds-inquiry = Demandes de recherche
record-kinds-service = Services
record-kinds-referral = Référencements
record-kinds-site = Sites
record-kinds-movement = Mouvements
record-kinds-note = Notes
record-kinds-consent = Consentements
record-kinds-name = Noms
field-group-card = Liste
field-group-identity = Identité
field-group-contact = Contact
field-group-location = Où ils sont
field-group-needs = Besoins
field-group-health = Santé
field-group-narrative = Dans leurs mots
field-group-legal = Papiers et droit
field-group-decision = Décisions
field-group-alleged = Qui l’aurait fait
field-group-photo = Photo
field-group-consent = Consentement
area-general = Protection générale
area-movement = Mouvement
area-site = Site
area-legal = Aide juridique
area-hlp = Logement, terre et biens
area-tracing = Recherche des familles
area-child-protection = Protection de l’enfance
area-mhpss = Santé mentale et soutien psychosocial
area-resettlement = Réinstallation
area-gbv = Violences basées sur le genre
area-trafficking = Lutte contre la traite
area-complaint = Plaintes
area-office = Le bureau
risk-level-low = risque faible
risk-level-medium = risque moyen
risk-level-high = risque élevé
risk-level-none = aucun risque
risk-level-critical = risque critique
action-list = a listé
action-read = a lu
action-write = a écrit
action-create = a créé
action-advance = a franchi une étape
action-transfer = a transféré
action-approve = a approuvé
action-share = a partagé
action-export = a exporté
action-merge = a fusionné
action-backup = a commencé une sauvegarde
action-backup-done = a terminé une sauvegarde
action-restore = a restauré une sauvegarde
action-erase = a effacé
action-grant = a donné un droit
action-administer = a administré
action-break-glass = a utilisé l’accès d’urgence
action-sign-in = s’est connecté
action-undo = a repris
purpose-registration = enregistrement
purpose-case-management = gestion de cas
purpose-supervision = supervision
purpose-assistance = assistance
purpose-movement = mouvement
purpose-tracing = recherche des familles
purpose-resettlement = réinstallation
purpose-site-management = gestion d’un site
purpose-complaint-handling = traitement des plaintes
purpose-statistics = décomptes
purpose-data-quality = qualité des données
purpose-data-protection = protection des données
purpose-administration = administration
purpose-audit = audit
purpose-emergency = urgence
role-registration-clerk = Agent d’enregistrement
role-cp-caseworker = Gestionnaire de cas, protection de l’enfance
role-gbv-caseworker = Gestionnaire de cas, survivantes (VBG)
role-ct-caseworker = Spécialiste de la lutte contre la traite
role-mhpss-provider = Santé mentale et soutien psychosocial
role-legal-officer = Juriste
role-resettlement-officer = Agent de réinstallation
role-supervisor = Superviseur
role-gbv-supervisor = Superviseur, VBG
role-ct-supervisor = Superviseur, lutte contre la traite
role-mhpss-supervisor = Superviseur clinique
role-movement-officer = Agent des mouvements
role-protection-officer = Chargé(e) de protection
role-site-manager = Gestionnaire de site
role-tracing-officer = Agent de recherche des familles
role-data-officer = Agent des données
role-dp-focal = Point focal protection des données
role-psea-focal = Point focal PEAS
role-admin = Administrateur
role-auditor = Auditeur
role-does-registration-clerk = Enregistre personnes et familles au guichet. Ne voit aucun cas.
role-does-cp-caseworker = Suit les cas d’enfants qui lui sont confiés.
role-does-gbv-caseworker = Suit les cas de survivantes qui lui sont confiés ; personne d’autre n’en sait rien.
role-does-ct-caseworker = Suit les cas de traite ; personne d’autre n’en sait rien.
role-does-supervisor = Voit les cas de l’équipe et donne le deuxième accord.
role-does-movement-officer = Planifie évacuations et transports. Ne voit aucun cas.
role-does-protection-officer = Évalue qui est exposé et ce qu’il faut pour voyager. Ne voit aucun cas.
role-does-site-manager = Gère un site. Voit les besoins, ni noms ni cas.
role-does-tracing-officer = Cherche les membres de famille disparus.
role-does-data-officer = Importe, trouve les doublons, compte.
role-does-dp-focal = Répond aux personnes sur leurs données ; regarde les accès d’urgence.
role-does-psea-focal = Reçoit les plaintes visant des travailleurs humanitaires ; travaille à part.
role-does-admin = Gère comptes et droits. Ne lit aucun dossier sur une personne.
role-does-auditor = Lit qui a fait quoi, et rien de ce qui a été lu.
has-conflict = deux réponses
the-program = le programme
waits-for-yes = Attend un deuxième accord : { $step }
agree = Donner l’accord
turn-down = Refuser
needs-second = Compte quand une deuxième personne a donné son accord.
fill-in = Remplir : { $form }
the-form = le formulaire
register-new = Pas encore là : enregistrer
go-on = Continuer
record-state-draft = brouillon
record-state-registered = enregistré
record-state-identified = identifié
record-state-assessed = évalué
record-state-in-service = plan en cours
record-state-in-review = en cours d’examen
record-state-closed = clos
record-state-open = ouvert
record-state-tracing = recherche en cours
record-state-verified = vérifié
record-state-reunified = réunis
record-state-drafted = rédigé
record-state-consented = accepté par la personne
record-state-sent = envoyé
record-state-received = reçu
record-state-accepted = accepté
record-state-declined = refusé
record-state-appointment = rendez-vous fixé
record-state-attended = venu
record-state-no-show = absent
record-state-provided = fourni
record-state-not-provided = non fourni
record-state-recalled = rappelé
record-state-active = actif
record-state-inactive = inactif
record-state-moved = parti
record-state-deceased = décédé
record-state-listed = répertorié
record-state-hidden = masqué
record-state-removed = retiré
record-kind-identifier = document
record-kinds-identifier = Documents et numéros
record-kind-member = membre
record-kinds-member = Membres
record-kind-separation = membre séparé
record-kinds-separation = Membres séparés
record-kind-evidence = élément
record-kinds-evidence = Éléments
action-search = a cherché
action-read-history = a lu l’historique
action-decide = a décidé
action-sign-out = s’est déconnecté
action-step-up = a reprouvé son identité
action-end-grant = a terminé un droit
find-in-list = Taper pour chercher dans la liste
add-something = Ajouter…
area = Domaine
glass-open-now = Ouvert maintenant
sheet-title = Pour { $name }
sheet-once = Montré une seule fois et gardé nulle part : imprimez-le ou notez-le maintenant.
sheet-codes = Codes de secours, chacun valable une fois :
sheet-handed = C’est remis
print = Imprimer
account-ended = fermé { $at }
end-account = Fermer le compte
broken-glass = accès d’urgence
second-look-due = à regarder avant { $at }
action-add-account = a ajouté un compte
action-end-account = a fermé un compte
action-give-grant = a donné un droit
action-set-up = a mis le bureau en service
action-use-authenticator = a utilisé une application d’authentification
action-use-recovery-code = a utilisé un code de secours
action-import = a importé
reason-alike-name = un mot de « { $name } » est le même
reason-alike-sound = « { $name } » se prononce de façon proche
action-read-list = lu sur une liste
action-print-list = imprimé sur une liste
action-read-in = lu depuis la liste de l’opération
