# Ce qui ne va pas dans les données et que faire : finding-<code>.

finding-answer-calculation-differs = La valeur envoyée n’est pas celle qui est calculée ici ; la nôtre est gardée. Rien à faire.
finding-answer-choice-hidden = Cela ne s’enregistre pas ici. L’enregistrer dans le dossier, avec qui peut le savoir.
finding-answer-choice-not-under = Cette réponse ne va pas avec ce qui est choisi plus haut. Choisir de nouveau.
finding-answer-choice-retired = Cette réponse n’est plus proposée. En choisir une autre dans la liste.
finding-answer-choice-twice = La même réponse est choisie deux fois. La choisir une fois.
finding-answer-constraint = Cette réponse n’est pas acceptée. La corriger.
finding-answer-hidden = Cette question ne se pose pas, vu les autres réponses ; sa réponse est laissée de côté. Rien à faire, ou corriger les autres réponses.
finding-answer-missing = Cette question demande une réponse avant de continuer. Y répondre, ou dire que c’est inconnu ou refusé si la question le permet.
finding-answer-not-a-choice = Cette réponse n’est pas dans la liste. Choisir dans la liste.
finding-answer-silence = Cette question demande une réponse : elle ne peut rester inconnue ni refusée. Y répondre.
finding-answer-too-few-rows = Il manque des lignes ici : { $least } au moins. Ajouter ce qui manque.
finding-answer-too-many-rows = Il y a trop de lignes ici : { $most } au plus. En retirer.
finding-answer-unknown-field = Le formulaire n’a pas cette question ici. Recharger la page ; vos réponses y restent.
finding-answer-wrong-type = La réponse n’a pas la forme attendue. La corriger.
finding-age-out-of-range = La personne aurait { $value } ans. Vérifier l’année de naissance.
finding-capacity-unknown = Rien ne dit combien de personnes ce lieu peut accueillir ; aucune limite n’est supposée. Demander au côté de l’accueil.
finding-closure-date-unreadable = « { $value } » n’est pas une date ; la fermeture compte comme ouverte de ce côté. Écrire une date comme 2014-05-13.
finding-closure-dates-exchanged = La fermeture finit avant de commencer ; les dates sont prises comme interverties. Écrire la plus ancienne dans closed_from.
finding-closure-unknown-place = La fermeture nomme « { $place } », qui n’est pas parmi les lieux. Noms les plus proches : { $near }.
finding-closure-without-pair = La ligne ne nomme ni deux pays ni deux lieux ; elle est laissée de côté. Remplir country_a et country_b, ou from et to.
finding-closure-without-road = Aucune route ne mène directement de { $a } à { $b } ; la fermeture ne change rien. Vérifier les noms.
finding-configuration-unreadable = « { $value } » n’est pas sièges/fauteuils/civières. Écrire 40/0/0|34/2/0.
finding-consent-unreadable = « { $value } » n’est pas un consentement ; il compte comme attendu. Écrire given, refused, withdrawn ou pending.
finding-dates-swapped = Le véhicule part avant d’être disponible. Mettre l’heure la plus tardive dans available_to.
finding-destination-twice = Le lieu est déjà une destination ; cette ligne est laissée de côté. Réunir les deux lignes.
finding-file-missing = Il n’y a pas de { $file }. L’ajouter ; docs/formats.md en donne les colonnes.
finding-fitness-unreadable = « { $value } » n’est ni yes, ni no, ni until et une date ; cela compte comme no. Écrire yes, no ou until 2014-01-20.
finding-hours-swapped = La destination ferme avant d’ouvrir. Mettre l’heure la plus tardive dans closes.
finding-household-apart = Des membres du ménage { $household } sont sur des sites différents ; il est retenu. Les réunir, ou corriger le site.
finding-missing-column = La colonne « { $name } » manque. L’ajouter.
finding-missing-value = La cellule est vide. Remplir « { $name } ».
finding-need-unknown = « { $value } » n’est pas un besoin connu ; le ménage est retenu jusqu’à ce que ce soit clair. Les mots sont dans docs/formats.md.
finding-need-unreadable = « { $value } » demande un nombre, comme max_ride_min=30.
finding-no-destinations = Aucune destination n’est utilisable : personne ne peut être déplacé. Ajouter des lieux à destinations.csv.
finding-no-header = Le fichier est vide ou sans en-tête. La première ligne doit nommer les colonnes.
finding-no-incidents = Il n’y a pas de incidents.csv : chaque route et chaque site compte comme inconnu, aucun comme sûr. Ajouter les signalements disponibles.
finding-no-places = Aucun lieu n’a pu être lu. Ajouter au moins une ligne avec nom, latitude et longitude.
finding-no-room = Le véhicule { $value } n’a ni siège, ni fauteuil, ni civière. Remplir sa place, ou retirer la ligne.
finding-no-vehicles = Aucun véhicule n’est utilisable : personne ne peut être déplacé. Ajouter des véhicules à fleet.csv.
finding-not-utf8 = Le texte n’est pas en UTF-8 ; les lettres illisibles s’affichent �. Enregistrer le fichier en « CSV UTF-8 ».
finding-number-too-small = { $value } n’est pas possible ici. Écrire un nombre d’au moins { $least }.
finding-osm-no-roads = Le fichier ne contient aucune route praticable en voiture. Prendre un extrait de la zone de l’opération.
finding-osm-nodes-missing = { $missing } points sur { $all } ne sont pas dans l’extrait ; les routes finissent à son bord.
finding-place-duplicate = « { $place } » est déjà à la ligne { $first } ; cette ligne est laissée de côté. Donner à chaque lieu un nom propre.
finding-place-far-from-road = « { $place } » est à { $km } km de la route la plus proche. Vérifier sa position.
finding-place-outside-country = « { $place } » est à { $km } km du centre des lieux de { $group } ; gardé tel quel. Vérifier latitude, longitude et pays.
finding-place-swapped = « { $place } » est à { $km } km du centre des lieux de { $group }, mais tout près si latitude et longitude sont interverties ; gardé tel quel. Vérifier les deux cellules.
finding-place-unknown = « { $value } » n’est pas dans places.csv. L’ajouter, ou corriger le nom.
finding-place-unreachable = Aucune route ne mène des autres lieux à { $places } et retour. Ajouter la route, ou corriger son sens.
finding-places-cut-off = { $places } sont reliés entre eux mais pas aux autres lieux. Ajouter la route qui les relie.
finding-report-date-missing = Le signalement n’a pas de date et est laissé de côté. Remplir le jour où il a commencé.
finding-report-date-unreadable = « { $value } » n’est pas une date. En écrire une comme 2014-01-15.
finding-report-duplicate-id = Le signalement { $id } est déjà à la ligne { $row } ; cette ligne est laissée de côté. Donner à chacun son identifiant.
finding-report-end-before-start = Le signalement finit avant de commencer ; il est pris pour un jour. Corriger une des dates.
finding-report-far-away = Le signalement est loin des autres ; il est gardé. Vérifier latitude et longitude.
finding-report-kind-unknown = Le type de violence « { $value } » est inconnu ; il compte comme autre.
finding-report-lat-lon-swapped = Latitude et longitude semblent interverties ; le signalement est lu dans l’autre sens. Échanger les deux cellules.
finding-report-precision-unknown = « { $value } » n’est pas un degré de précision ; le signalement est pris à 25 km près. Écrire 1 (exact) à 6 (pays).
finding-report-status-unknown = L’état « { $value } » est inconnu ; le signalement compte comme signalé.
finding-reports-after-as-of = { $count } signalements commencent après le { $as_of } et sont laissés de côté. Rien à faire quand on regarde en arrière.
finding-road-duplicate = La route est déjà à la ligne { $first }. Supprimer une des lignes.
finding-road-length-impossible = { $km } km n’est pas une longueur possible. Écrire la longueur en kilomètres.
finding-road-much-longer-than-straight = { $a } – { $b } fait { $km } km, mais { $straight } km seulement en ligne droite. Vérifier la longueur et les deux positions.
finding-road-parallel = La route est déjà à la ligne { $first } avec une autre longueur ; les deux sont gardées. Supprimer la fausse s’il n’y en a qu’une.
finding-road-self-loop = La route commence et finit à { $place }. Écrire le lieu où elle mène, ou supprimer la ligne.
finding-road-shorter-than-straight = { $a } – { $b } fait { $km } km, mais { $straight } km en ligne droite ; gardé tel quel. Mesurer et corriger.
finding-road-unknown-place = La route nomme « { $place } », qui n’est pas parmi les lieux. Noms les plus proches : { $near }.
finding-row-length = La ligne a { $cells } cellules, l’en-tête { $header }. Chercher une virgule manquante ou en trop.
finding-row-unreadable = La ligne est illisible. Chercher un guillemet non fermé.
finding-setting-out-of-range = « { $key } » est hors limites. Comparer avec le scénario livré.
finding-speed-factor = { $value } n’est pas un facteur de 0,1 à 2 ; 1 est la vitesse usuelle de la route.
finding-starts-unreadable = « { $value } » n’est pas une heure de début. Écrire 2014-01-15T05:00.
finding-tie-to-self = La personne est liée à elle-même. Nommer l’autre personne.
finding-tie-unknown = Le lien ne nomme personne de ce fichier ; le ménage est retenu. Corriger l’identifiant.
finding-ties-in-a-circle = Ceux qui s’accompagnent forment un cercle ; tous sont retenus. Dire qui est la personne prise en charge.
finding-timezone-unknown = « { $value } » n’est pas un fuseau horaire. Écrire un nom IANA comme Africa/Bangui.
finding-unreadable-value = « { $value } » est illisible ; attendu : { $expected }.
finding-vehicle-twice = Le véhicule { $value } figure deux fois ; cette ligne est laissée de côté. Donner à chacun son identifiant.
finding-girl-without-a-woman = Une fille non accompagnée ({ $value }) n’a pas de femme comme accompagnatrice. Désignez-en une, ou inscrivez woman_crew dans ses besoins.
finding-plan-inversion-unexplained = Quelqu’un d’un rang moins exposé quitte { $stop } d’abord, par le trajet { $trip }, alors qu’aucune règle n’en écartait { $household }. Regarder les deux ; les déplacer à la main au besoin.
finding-plan-led-around = Un trajet en cours contourne une route fermée, et alors { $rule ->
    [plan-kept-apart-arrival] des personnes à tenir séparées arrivent au même lieu le même jour. Faites-les accueillir séparément.
    [plan-fitness-ends] quelqu’un arrive après la fin de son aptitude au voyage. Faites venir un soignant.
    [plan-ride-too-long] un trajet est plus long que ce que quelqu’un peut supporter. Appelez-le et prévoyez une halte.
    [plan-in-the-dark] quelqu’un qui ne doit pas voyager de nuit est en route dans le noir. Appelez-le et cherchez une halte sûre.
    [plan-gate-closed] il arrive quand la destination est fermée. Demandez qu’on l’ouvre.
    [plan-day-full] plus de personnes arrivent en un jour que la destination n’en reçoit. Prévenez-la.
    [plan-out-of-range] le carburant ne suffit pas. Envoyez du carburant.
   *[other] une règle est enfreinte. Appelez-le.
}
finding-plan-road-closed-ahead = Le trajet { $trip } a devant lui une route fermée ({ $from } – { $to }) et pas d’autre voie. Appelez-le et retenez-le au dernier lieu sûr.
finding-plan-vehicle-lost-under-way = Le véhicule { $vehicle } a été perdu sur le trajet { $trip }, déjà parti. Appelez-le ; envoyez un autre véhicule pour les personnes à bord.
