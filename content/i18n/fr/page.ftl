# La page du responsable des mouvements.

page-title = Mouvements
people-generated = exercice : personnes générées
print-handling = Pour le seul responsable des mouvements. Ne contient pas de noms. À détruire à la clôture de l’opération.
skip-to-main = Aller à la page
language = Langue
language-started = { $share } est traduit ; le reste est en anglais.
language-not-reviewed = Cette traduction a été faite par une machine et n’a pas encore été relue par une personne de langue maternelle.
theme = Clair ou sombre
theme-auto = Comme l’appareil
theme-light = Clair
theme-dark = Sombre
as-of = Vu du
day-before = La veille
day-after = Le lendemain
duration = { $hours } h { $minutes }
loading = Chargement…
unknown = inconnu
none = –
remedy = Que faire :
understood = Compris
close-panel = Fermer
show-as = Afficher comme
show-map = Carte
show-table = Tableau
show-timeline = Frise
lists = Listes
pager-back = Précédents
pager-on = Suivants
pager-shown = { $first } à { $last } sur { $total }
nothing-matches = Rien ne correspond.
or = ou

offline-title = Le serveur est injoignable
offline-kept = Depuis { $time }. Ce que vous voyez date d’avant ; la page réessaie d’elle-même.
offline-nothing = Rien n’a encore pu être chargé. Vérifiez que le serveur tourne et que le câble ou le réseau fonctionne ; la page réessaie d’elle-même.
refused-title = Ce n’est pas possible maintenant
failed-title = Cela n’a pas marché
problem-offline = Le serveur ne répond pas.
problem-offline-remedy = Vérifiez le câble ou le réseau.
problem-no-road = Aucune route ouverte n’y mène.
problem-no-road-remedy = Regardez quelles routes sont fermées ce jour-là.
problem-nothing-to-undo = Il n’y a pas de plan précédent.
problem-nothing-to-undo-remedy = Faites un plan.
problem-boarding-has-begun = L’embarquement d’un trajet de ce plan a commencé.
problem-boarding-has-begun-remedy = Fermez une route ou retirez un véhicule, et replanifiez : ce qui a eu lieu demeure.
problem-plan-is-being-made = Un plan est en cours.
problem-plan-is-being-made-remedy = Attendez-le, ou arrêtez-le.
problem-planner-failed = Le planificateur a échoué ; rien n’a changé.
problem-planner-failed-remedy = Signalez-le avec les fichiers de l’opération.
problem-plan-breaks-a-rule = Le contrôleur a trouvé une règle enfreinte dans le plan : il n’a pas été remis.
problem-plan-breaks-a-rule-remedy = Signalez-le avec les fichiers de l’opération ; d’ici là, prenez la règle du responsable.
problem-E_CLEARANCE_EXPIRED = L’autorisation date de plus de 24 heures.
problem-E_CLEARANCE_EXPIRED-remedy = Demandez une nouvelle autorisation et saisissez son heure.
problem-E_NO_CLEARANCE = Il n’y a pas encore d’autorisation.
problem-E_NO_CLEARANCE-remedy = Saisissez quand l’autorisation a été donnée.
problem-E_NOT_ACKNOWLEDGED = Le côté de l’accueil n’a pas accusé réception de la liste.
problem-E_NOT_ACKNOWLEDGED-remedy = Envoyez la liste, attendez la réponse, puis cochez la case.
problem-E_STILL_EXPECTED = Quelqu’un sur la liste n’est ni présent, ni refusé, ni absent.
problem-E_STILL_EXPECTED-remedy = Marquez toutes les personnes de la liste.
problem-E_NOT_BALANCED = Les partis ne sont pas égaux aux arrivés + expliqués.
problem-E_NOT_BALANCED-remedy = Marquez comment chaque personne est arrivée.
problem-E_WRONG_STATE = Le trajet a passé cette étape, ou n’y est pas encore.
problem-E_WRONG_STATE-remedy = Regardez l’état du trajet.
problem-E_NOTHING_TO_UNDO = Il n’y a rien à reprendre.
problem-E_NOTHING_TO_UNDO-remedy = Continuez.
problem-E_REFERRAL = Ce code demande un référencement : la personne n’est jamais simplement laissée.
problem-E_REFERRAL-remedy = Ouvrez le référencement et notez-le.
problem-E_NOT_ON_LIST = La personne n’est pas sur la liste de ce trajet.
problem-E_NOT_ON_LIST-remedy = Replanifiez pour lui donner un trajet.
problem-E_NOTE_NEEDED = Quelqu’un qui n’arrive pas demande une note.
problem-E_NOTE_NEEDED-remedy = Écrivez où il est et qui a été averti.
problem-E_CODE_NEEDED = Un refus demande un code de non-embarquement.
problem-E_CODE_NEEDED-remedy = Choisissez le code qui dit pourquoi.
problem-E_CLEARANCE_IN_FUTURE = L’autorisation serait donnée plus tard que maintenant.
problem-E_CLEARANCE_IN_FUTURE-remedy = Saisissez quand elle a été donnée.
problem-E_NOBODY_ON_BOARD = Personne n’est à bord.
problem-E_NOBODY_ON_BOARD-remedy = Replanifiez sans ce trajet.
problem-E_CHILD_ALONE = Un enfant de { $household } est à bord sans adulte désigné pour lui ou de sa famille.
problem-E_CHILD_ALONE-remedy = Faites descendre l’enfant, ou attendez l’adulte.
problem-E_BEFORE_DEPARTURE = Le trajet arriverait avant d’être parti.
problem-E_BEFORE_DEPARTURE-remedy = Corrigez l’heure.

what-matters = Ce qui compte maintenant
before-plan = { $people } personnes dans { $households } ménages sur { $sites ->
    [one] un site
   *[other] { $sites } sites
} ; { $tier1 ->
    [0] personne n’est au rang 1.
    [one] une d’elles est au rang 1.
   *[other] { $tier1 } d’entre elles sont au rang 1.
}
before-plan-2 = { $vehicles ->
    [one] Un véhicule.
   *[other] { $vehicles } véhicules.
} { $week ->
    [0] Aucun signalement ces sept derniers jours.
    [one] Un signalement ces sept derniers jours.
   *[other] { $week } signalements ces sept derniers jours.
}
places-known = { $places ->
    [one] Une place aux destinations.
   *[other] { $places } places aux destinations.
}
places-unknown = Certaines destinations n’ont pas dit combien elles accueillent.
people-balance = { $all } personnes = { $trips } sur des trajets + { $waiting } en attente avec une raison
plan-checked = contrôlé par un second programme
plan-breached = { $count ->
    [one] une règle est enfreinte
   *[other] { $count } règles sont enfreintes
}
plan-look = { $count ->
    [one] un point à regarder, sous « Qualité »
   *[other] { $count } points à regarder, sous « Qualité »
}
look-title = Ce que le contrôleur demande de regarder
plan-mode-said = { $mode }, à partir du { $starts }
plan-other-day = Ce plan connaît les signalements jusqu’au { $day }. Planifiez de nouveau pour tenir compte du jour choisi.

plan = Planifier
plan-again = Planifier de nouveau
undo-plan = Annuler ce plan
mode = Ordre
mode-tiers = Les plus exposés d’abord
mode-harm = Le moins de mal au total
mode-officer = Règle du responsable
mode-tiers-means = Le rang 1 dès que possible, puis les rangs 2, 3, 4. Jamais moins bien pour le rang 1 que la règle du responsable.
mode-harm-means = Le moins de mal au total ; le plan dit quel rang en paie le prix.
mode-officer-means = Le rang le plus exposé d’abord, puis remplir le véhicule : ce qu’un bon responsable fait sur papier.
time-to-search = Chercher
seconds = { $count } s
planning = Avancement du plan
phase-starting = Démarrage…
phase-roads = Lecture des routes et des signalements
phase-rule = Plan selon la règle du responsable
phase-search = Recherche d’un meilleur plan
phase-bound = Preuve de sa qualité
phase-check = Contrôle de chaque règle
phase-done = Terminé
stop-keep-best = Arrêter et garder le meilleur
elapsed = { $seconds } sur { $limit } s
served = { $served } ménages sur { $total } ont un trajet
against-rule = { $share } de mal en moins que la règle du responsable
rounds = { $count } tours

map-title = Routes, sites et signalements
map-empty = L’opération n’a pas encore de lieux.
map-keys = Les flèches vont au lieu ou à la route le plus proche dans cette direction, Entrée le choisit. Majuscule et flèches déplacent la carte, plus et moins changent l’échelle, 0 montre tout.
zoom = Échelle
zoom-in = Plus près
zoom-out = Plus loin
zoom-all = Tout montrer
legend = Ce que veulent dire les signes
legend-risk = risque : { $band }
legend-closed = fermée
legend-site = site avec ses personnes, divisé par rang
legend-destination = destination
legend-week = signalement des 7 derniers jours
legend-month = signalement des 30 derniers jours
legend-older = signalement plus ancien
band-unknown = inconnu
band-low = faible
band-medium = moyen
band-high = élevé
band-very-high = très élevé
road-label = Route { $from } – { $to }, { $km } km, { $time }, risque { $band }, { $closed }
road-facts = { $km } km · { $time } de conduite · risque { $band }
open = ouverte
closed = fermée
closing = à fermer
closed-by-data = Fermée selon les données de ce jour
closed-in-plan = Fermée dans le plan
close-road = Fermer cette route
reopen-road = Ne pas la fermer
compare-routes = Comparer les itinéraires
routes-from-here = Itinéraires depuis ici
routes-to-here = Itinéraires vers ici
chosen = Choisi sur la carte
site-label = { $people ->
    [one] une personne
   *[other] { $people } personnes
} (rang 1 : { $t1 }, 2 : { $t2 }, 3 : { $t3 }, 4 : { $t4 })
site-not-assessed = { $count ->
    [one] Une personne n’a jamais été évaluée : elle compte au rang 2
   *[other] { $count } personnes n’ont jamais été évaluées : elles comptent au rang 2
}
site-held = { $count ->
    [one] Une personne est retenue par les données ou le consentement
   *[other] { $count } personnes sont retenues par les données ou le consentement
}
hazard-known = menace connue
hazard-unknown = rien de signalé à proximité, ce qui ne veut pas dire « sûr »
hazard-unknown-long = Rien n’est signalé à proximité. Cela ne veut pas dire « sûr » : on ne sait pas.
hazard-figure = Menace de l’attente : { $risk } pour 1 000 personnes et par jour
hazard-title = Menace pour 1 000 et par jour
places-left = { $left ->
    [0] plus de place sur { $total }
    [one] une place restante sur { $total }
   *[other] { $left } places restantes sur { $total }
}
places-left-unknown = places inconnues
places-left-title = Places restantes
left-short = { $left } places
places-per-day = { $count } par jour
services = Offre : { $list }
table-places = Sites et destinations
table-roads = Routes, la plus risquée d’abord
table-reports = Signalements connus ce jour, le plus récent d’abord
report-label = { $kind }, { $place }, { $date }, morts : { $deaths }
place = Lieu
people-short = Personnes
road = Route
km = km
hours = Temps
risk = Risque
state = État
date = Date
kind = Type
deaths = Morts
source = Source
people = { $count ->
    [one] une personne
   *[other] { $count } personnes
}

tier = Rang
tier-1 = Rang 1 : critique
tier-2 = Rang 2 : élevé
tier-3 = Rang 3 : moyen
tier-4 = Rang 4 : faible
tier-short-1 = Rang 1
tier-short-2 = Rang 2
tier-short-3 = Rang 3
tier-short-4 = Rang 4

kind-one-sided = violences contre des civils
kind-non-state = combats entre groupes armés
kind-state-based = combats avec les forces d’un État
kind-remote = bombardement, mines ou explosifs
kind-unrest = troubles ou pillages
kind-other = autres violences
service-food = nourriture
service-shelter = abri
service-medical = soins médicaux
service-surgery = chirurgie
service-water = eau
service-maternity = maternité
service-child-protection = protection de l’enfance
vehicle-bus = autocar
vehicle-minibus = minibus
vehicle-truck = camion
vehicle-4x4 = 4x4
vehicle-car = voiture
vehicle-ambulance = ambulance
vehicle-vehicle = véhicule
by-sex = Sexe
by-age = Âge
by-age-band = Âge
by-disability = Handicap
by-site = Site
by-need = Besoin
by-all = Tous
by-tier = Rang
by-children = Enfants
group-none = aucun besoin
group-child-with-family = enfants en famille
group-child-chaperoned = enfants avec accompagnateur
group-child-alone = enfants seuls
group-female = femmes et filles
group-male = hommes et garçons
group-not-said = non dit
group-unknown = inconnu
group-with = en situation de handicap
group-without = sans handicap
group-yes = oui
group-no = non
group-child = enfants
group-adult = adultes
group-older = personnes âgées

trips-title = Trajets
trips-count = { $trips ->
    [one] un trajet
   *[other] { $trips } trajets
}, { $vehicles ->
    [one] un véhicule
   *[other] { $vehicles } véhicules
}
trip = Trajet
vehicle = Véhicule
departs = Départ
ends = Fin
from = De
to = À
no-plan-title = Pas encore de plan
no-plan-hint = Appuyez sur Planifier : qui part quand, dans quel véhicule, par quelle route.
no-trips-title = Le plan n’a aucun trajet
no-trips-hint = « Non déplacés » dit pourquoi, et ce qui le lèverait.
trip-number = Trajet { $trip }
trip-open = Ouvrir le trajet { $trip }
trip-title = Trajet { $trip } : { $people } personnes vers { $to }
trip-label = Trajet { $trip }, { $vehicle }, { $people } personnes ({ $tier1 } du rang 1), de { $from } à { $to }, départ { $depart }, fin { $end }
state-planned = prévu
state-boarding = embarquement
state-departed = parti
state-arrived = arrivé
state-closed = clos
room = { $seats } sièges{ $bays ->
    [0] {""}
   *[other] , { $bays } fauteuils roulants
}{ $stretchers ->
    [0] {""}
   *[other] , { $stretchers } civières
}
trip-cost = { $km } km, risque { $risk } par personne
board-trip = Embarquer
print-for = Imprimer pour
for-driver = chauffeur
for-escort = escorte
for-receiving = accueil
for-sending = départ
manifest-csv = en tableau (CSV)
stop-boards = { $people } montent ({ $households ->
    [one] un ménage
   *[other] { $households } ménages
})
stop-alights = { $people } descendent ({ $households ->
    [one] un ménage
   *[other] { $households } ménages
})
leg-facts = { $km } km, { $time } de conduite, risque { $risk }
halt-at = halte de nuit à { $place }
stands-at = stationné à { $place }
crew-woman-crew = femme dans l’équipage
crew-medical-crew = équipage médical
crew-escort = escorte
lost-short = perdu
pinned-short = retenu
lose-vehicle = Véhicule perdu
vehicle-back = Il n’est pas perdu
pin-vehicle = Retenir pour l’escorte ou en réserve
unpin-vehicle = Ne pas le retenir
lost-in-plan = Perdu, dans le plan
pinned-in-plan = Retenu, dans le plan

tab-queue = File
tab-waiting = Non déplacés
tab-routes = Itinéraires
tab-figures = Qualité
tab-findings = Données
queue-hint = La file montre la place de chaque ménage et pourquoi, dès qu’il y a un plan.
queue-pages = Pages de la file
search-household = Chercher un ménage ou un site
filter-tier = Rang
filter-what = Sur un trajet ou en attente
filter-site = Site
all-tiers = Tous les rangs
all-sites = Tous les sites
what-all = Tous les ménages
what-moved = Sur un trajet
what-waiting = En attente
on-trip = trajet { $trip }
waits = attend
goes-to = Va à { $place }
blocked-by = Retenu par :
would-lift = Ce qui le lèverait :
show-trip = Montrer le trajet { $trip }
hold-back = Retenir
not-held = non
waiting-hint = Qui ne peut être déplacé, et pourquoi, dès qu’il y a un plan.
nobody-waits = Tout le monde a un trajet.
blocked-count = { $people ->
    [one] Une personne
   *[other] { $people } personnes
} dans { $households ->
    [one] un ménage
   *[other] { $households } ménages
}
which-households = Quels ménages
and-more = et { $count } de plus

sites = Sites
destinations = Destinations
other-places = Autres lieux
routes-same = Choisissez deux lieux différents.
routes-none = Aucune route ouverte n’y mène.
routes-count = { $count ->
    [one] Un seul itinéraire vaut la peine : aucun n’est plus rapide ni plus sûr.
   *[other] { $count } itinéraires valent la peine : aucun n’est à la fois plus lent et moins sûr qu’un autre.
}
way-number = Itinéraire { $number }
way-head = { $time } de conduite, risque { $band }
way-ours = retenu par le programme
way-in-plan = dans le plan
way-taken = Dans les changements : le retirer
use-this-way = Prendre cet itinéraire
way-fastest = L’itinéraire le plus rapide.
way-trade = { $time } de plus que le plus rapide, { $share } de risque en moins.
length = Longueur
km-value = { $km } km
arrival-after = Arrivée après
risk-figure = Risque pour 1 000
halts = Haltes de nuit
no-halt = aucune
curfew-margin = Marge avant le couvre-feu
no-curfew = pas de couvre-feu
worst-segment = Tronçon le plus risqué
turn-back = Dernier point de demi-tour
newest-report = Signalement le plus récent
no-report = aucun à proximité
days-ago = { $count ->
    [0] aujourd’hui
    [one] hier
   *[other] il y a { $count } jours
}
unknown-share = On ne sait rien de { $share } de l’itinéraire. Cela ne veut pas dire « sûr ».
reports-behind = { $count ->
    [one] Le signalement derrière le risque
   *[other] Les { $count } signalements derrière le risque
}
share-of-risk = { $share } du risque

changes-title = Pas encore dans le plan
take-out = Retirer : { $what }
clear-changes = Tout effacer
from-when = Vaut à partir de
replan = Replanifier
change-closed = Route { $from } – { $to } fermée
change-lost = { $vehicle } perdu
change-pinned = { $vehicle } retenu
change-chosen = Itinéraire { $from } – { $to } par { $over }
change-held = { $household } retenu : { $why }
proposal-title = Proposition : pas encore acceptée
trips-changed = { $count ->
    [0] Aucun trajet ne change.
    [one] Un trajet change.
   *[other] { $count } trajets changent.
}
no-promise-broken = Aucune promesse au rang 1 n’est rompue.
promises-broken = { $count ->
    [one] Un ménage du rang 1 part plus tard ou pas du tout.
   *[other] { $count } ménages du rang 1 partent plus tard ou pas du tout.
}
radio-lines = À lire à la radio
no-lines = Rien à lire : personne ne doit être averti.
made-under = Fait sous : { $changes }
accept = Accepter
discard = Rejeter

figures-hint = Les attentes, l’écart à la borne prouvée et qui attend, dès qu’il y a un plan.
tiers-title = Par rang
held-beside = Retenues par une règle avant toute recherche : { $people } personnes. Leur mal jusqu’à la fin, { $harm }, n’est dans aucun chiffre ci-dessus.
tiers-hint = Le mal est le nombre d’incidents attendus fois leur gravité, additionné sur les personnes. Aucun plan ne peut être sous la borne.
moved-of = Déplacés
mean-wait = Attente moyenne
last-wait = Dernier départ
hours-value = { $hours } h
harm = Mal
against-officer = Face à la règle
gap = Écart à la borne au plus
all-weighted = Tous, pondérés
inversions-title = { $count ->
    [0] Personne n’est dépassé
    [one] Un ménage est dépassé
   *[other] { $count } ménages sont dépassés
}
no-inversions = Personne d’un rang moins exposé ne quitte un site avant quelqu’un d’un rang plus exposé.
inversions-hint = Quelqu’un d’un rang moins exposé quitte le même site avant eux. Chacun a une raison que le contrôleur a vérifiée.
inversions-pages = Pages des ménages dépassés
inversion = { $later } ({ $site }) attend tandis que d’autres partent par le
disparity-title = Qui attend, par groupe
disparity-hint = Pour que des personnes regardent. Le planificateur ne lit jamais ces groupes.
disparity-none = Rien à comparer.
group = Groupe
ratio = Attente, face aux autres
look = À voir
review = à examiner
sensitivity-title = Si la menace est moitié moindre ou double
sensitivity-hint = Seul l’ordre des menaces est affirmé, non leur taille. Peu de changements : le plan n’en dépend pas.
sensitivity-coming = En cours de calcul ; le plan peut servir entre-temps.
sensitivity-none = Non calculé pour ce plan.
hazard-scale = Menace
trips-changed-title = Trajets qui changent
households-changed = Ménages qui changent

no-findings = Rien d’anormal n’a été trouvé dans les données.
findings-pages = Pages des constats
filter-severity = Gravité
filter-file = Fichier
all-files = Tous les fichiers
severity-all = Tous ({ $count })
severity-error = Laissé de côté
severity-warning = Remplacé ou douteux
severity-note = Bon à savoir
row-number = ligne { $row }

back-to-plan = Retour au plan
boarding-title = Embarquement : trajet { $trip }, { $vehicle }
count-expected = sur la liste
count-boarded = présents
count-refused = non embarqués
count-no-show = non présentés
balance = Partis { $departed } = arrivés { $arrived } + expliqués { $explained } :
balanced = le compte est bon
not-balanced = le compte n’y est pas encore
next-step = Étape suivante
said-clearance = Autorisation du
said-departed = Parti
said-arrived = Arrivé
said-closed = Clos
time-clear = Autorisation donnée
time-depart = Parti
time-arrive = Arrivé
time-close = Clos
do-clear = Saisir l’autorisation
do-depart = Partir
do-arrive = Arriver
do-close = Clore
acknowledged = Le côté de l’accueil a accusé réception de la liste
undo-entry = Reprendre la dernière saisie
no-passengers = Personne n’embarque pour ce trajet.
search-person = Chercher une personne ou un ménage
only-open = Seulement ceux à traiter
rest-arrived = Les { $count } autres sont arrivés
nobody-open = Plus personne à traiter.
all-present = Les { $count } présents
mark-present = Présent
mark-refused = N’embarque pas…
mark-no-show = Absent
status-expected = attendu
status-boarded = présent
status-refused = n’embarque pas
status-no-show = ne s’est pas présenté
status-arrived = Arrivé
status-hospital = Hôpital
status-missing = Disparu
status-diverted = Dérouté
status-deceased = Décédé
otherwise = Autre…
outcome-note = Ce qui s’est passé, où, qui le sait
outcome-note-needed = Une note est nécessaire : partis = arrivés + expliqués.
age = { $age } ans
age-about = environ { $age } ans
age-unknown = âge inconnu
child = enfant
refusal-code = Pourquoi la personne n’embarque pas
choose-code = Choisir…
refusal-note = Note (facultative)
referral-note = Référencement ouvert auprès de
referral-hint = Jamais simplement laissé : un référencement doit être ouvert.
refusal-hint = Expliquez-le dans une langue comprise ; dites comment faire appel et quand est la prochaine place.
save-refusal = Enregistrer
cancel = Annuler
reading-in-title = Les personnes de l’opération sont en cours de lecture
reading-in = { $done } dossiers sur { $of } sont créés. Vous pouvez voir routes et incidents ; un plan pourra être fait quand tous seront là.
problem-operation-being-read-in = Les personnes de l’opération sont encore en cours de lecture.
problem-operation-being-read-in-remedy = Attendez qu’elles soient toutes là.
problem-office-not-set-up = Le bureau n’est pas encore configuré.
problem-office-not-set-up-remedy = Configurez-le avec amana init.
name-withheld = réservé
