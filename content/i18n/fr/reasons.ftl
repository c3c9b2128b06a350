# Pourquoi le programme a décidé : reason-<code>. Codes de non-embarquement : nb-<code>.

reason-headline-trips = { $trips ->
    [one] Un trajet
   *[other] { $trips } trajets
} sur { $days ->
    [one] un jour
   *[other] { $days } jours
} { $people ->
    [one] pour mettre une personne en sécurité.
   *[other] pour mettre { $people } personnes en sécurité.
}
reason-headline-first-tier = { $moved ->
    [0] Personne du rang { $tier } ne part : { $people } attendent.
   *[other] Rang { $tier } : { $moved } sur { $people } partent, les derniers { $hours } h après le début.
}
reason-headline-first-tier-waits = Rang { $tier } : { $people ->
    [one] une personne attend
   *[other] { $people } personnes attendent
}, car { $reason ->
    [consent-pending] le consentement n’est pas encore donné.
    [consent-refused] le consentement a été refusé.
    [consent-withdrawn] le consentement a été retiré.
    [not-fit] quelqu’un n’est pas apte au voyage.
    [no-chaperone] un enfant n’a pas d’accompagnateur.
    [too-few-escorts] des enfants ont trop peu d’accompagnateurs.
    [best-interests-open] une procédure d’intérêt supérieur est en cours.
    [children-alone] des enfants seraient seuls avec l’équipage.
    [family-separated] la famille n’est pas réunie.
    [tie-elsewhere] quelqu’un qui voyage avec eux est ailleurs.
    [data-problem] une ligne des données doit être corrigée.
    [no-destination-fits] aucune destination ne convient.
    [no-destinations] il n’y a pas de destination.
    [no-vehicle-fits] aucun véhicule n’a la place qu’il leur faut.
    [no-vehicle-offers] aucun véhicule n’offre ce qu’il leur faut.
    [no-vehicle-in-time] aucun véhicule n’est libre à temps.
    [no-vehicles] il n’y a pas de véhicule.
    [no-road] aucune route ouverte ne mène à une destination.
    [no-road-to-site] aucune route ouverte ne mène au site.
    [no-way-in-time] aucun itinéraire ne peut être parcouru à temps.
    [destination-full] les destinations sont pleines.
    [destination-closed] la destination est alors fermée.
    [destination-day-too-small] la destination en accueille moins par jour.
    [fitness-ends] l’aptitude au voyage prend fin trop tôt.
    [held-by-officer] un responsable les retient.
    [larger-than-any-vehicle] le ménage est plus grand que tout véhicule.
    [convoy-too-few-vehicles] trop peu de véhicules pour prendre toutes les parties du ménage à la fois.
    [convoy-no-road] trop peu de ses véhicules atteignent le site par la route.
    [convoy-not-in-time] ses véhicules ne peuvent être réunis à temps.
    [no-second-adult] l’enfant serait seul avec un unique adulte.
    [only-by-day] ils ne peuvent rouler que de jour.
    [out-of-range] le carburant ne suffit pas.
    [ride-too-long] le voyage serait trop long.
   *[other] { $reason }.
}
reason-headline-waiting = { $people ->
    [one] Une personne reste
   *[other] { $people } personnes ({ $households } ménages) restent
}, chacune avec une raison et ce qui la lèverait.
reason-headline-held = { $people ->
    [one] Une d’elles est retenue par une règle avant toute recherche (consentement, aptitude, protection d’un enfant, pas de route) ; son
   *[other] { $people } d’entre elles sont retenues par une règle avant toute recherche (consentement, aptitude, protection d’un enfant, pas de route) ; leur
} mal jusqu’à la fin, { $harm }, s’ajoute à celui du plan.
reason-headline-not-assessed = { $people ->
    [one] Une personne n’a jamais été évaluée et compte au rang 2
   *[other] { $people } personnes n’ont jamais été évaluées et comptent au rang 2
} jusqu’à ce que quelqu’un regarde.

reason-tier-said = Rang { $tier } : { $reason }
reason-tier-given = Le rang { $tier } est donné dans la liste, sans raison
reason-tier-by-tie = Compte au rang { $tier }, car le ménage voyage avec quelqu’un de ce rang
reason-tier-of-most-exposed = Le ménage a le rang de son membre le plus exposé : { $tier }
reason-order-needs = Ses besoins le font passer devant dans son rang ({ $points } points)
reason-order-requested = A demandé le transport le { $at }
reason-order-lot = Heure de la demande inconnue : un tirage enregistré départage

reason-consent-pending = Consentement encore attendu pour { $count } sur { $of }
reason-consent-refused = { $count } sur { $of } ont refusé de voyager
reason-consent-withdrawn = { $count } sur { $of } ont retiré leur consentement
reason-not-fit = { $count } sur { $of } non aptes au voyage
reason-fitness-ends = L’aptitude au voyage prend fin avant l’arrivée
reason-no-chaperone = Un enfant non accompagné n’a pas d’adulte désigné comme accompagnateur
reason-too-few-escorts = { $children } enfants non accompagnés ont { $escorts ->
    [one] un accompagnateur
   *[other] { $escorts } accompagnateurs
} ; à leurs âges il en faut { $needed }
reason-best-interests-open = La procédure d’intérêt supérieur d’un enfant n’a pas autorisé ce départ
reason-children-alone = Des enfants seraient seuls avec l’équipage
reason-tied-and-apart = Une personne ne doit pas voyager avec une autre à laquelle elle est liée
reason-family-separated = Des membres de la famille sont sur des sites différents
reason-tie-elsewhere = Quelqu’un avec qui ils doivent voyager est sur un autre site
reason-data-problem = La ligne { $row } de la liste doit d’abord être corrigée ({ $code })
reason-held-by-officer = Retenu par un responsable
reason-no-destinations = Il n’y a pas de destination
reason-no-destination-fits = Aucune destination ne convient : souhaits, sécurité, services ou refus les excluent toutes
reason-destination-full = Plus de places à { $destinations }
reason-destination-closed = La destination est fermée à toute heure où l’on pourrait y arriver
reason-destination-day-too-small = La destination accueille moins de personnes par jour que n’en compte ce ménage
reason-no-vehicles = Aucun véhicule n’est utilisable
reason-no-vehicle-fits = Aucun véhicule n’a la place : { $seats } sièges, { $bays } emplacements de fauteuil roulant, { $stretchers } civières
reason-convoy-part = Le ménage { $household } est plus grand que tout véhicule : ses { $parts } parties partent et roulent ensemble
reason-convoy-too-few-vehicles = Il faut au ménage { $parts } véhicules de même allure à la fois ; { $vehicles } peuvent être envoyés
reason-convoy-no-road = Des { $parts } véhicules qu’il faut au ménage à la fois, { $vehicles } peuvent venir par la route à { $site } puis gagner une destination
reason-convoy-not-in-time = À aucun moment { $parts } véhicules ne pourraient prendre ensemble tout le ménage
reason-no-second-adult = L’enfant n’a pas d’adulte de sa famille et ne peut être seul avec un unique adulte ; personne d’autre ne pouvait l’accompagner
reason-lift-convoy-vehicles = Davantage de véhicules de mêmes vitesse et routes : { $count }
reason-lift-second-adult = Un second adulte qui voyage avec eux
reason-larger-than-any-vehicle = Le ménage a besoin de { $seats } sièges ; aucun véhicule n’en a autant
reason-no-vehicle-offers = Aucun véhicule ayant la place n’offre : { need-word }
reason-no-vehicle-in-time = Tous les véhicules qui conviennent sont pris par ceux qui passent avant, jusqu’à la fin du plan
reason-no-time = Aucun véhicule n’est libre à temps
reason-no-road = Aucune route ouverte ne mène de { $site } à { $destinations }
reason-no-road-to-site = Aucune route ouverte ne mène à { $site }
reason-no-way-in-time = Aucun itinéraire ne peut être parcouru à temps entre couvre-feux et fermetures
reason-only-by-day = Ils ne doivent pas voyager de nuit, et aucune destination n’est atteinte de jour
reason-out-of-range = Aucun véhicule n’a le carburant pour la route
reason-ride-too-long = Le voyage peut durer { $minutes } minutes au plus ; aucun itinéraire n’est aussi court

reason-lift-offer-again = Proposer de nouveau, avec une nouvelle information, s’ils le souhaitent
reason-lift-consent = { $count ->
    [one] Un consentement éclairé et enregistré
   *[other] { $count } consentements éclairés et enregistrés
}
reason-lift-fitness = Un nouvel examen d’aptitude au voyage, ou une escorte médicale
reason-lift-chaperone = Un accompagnateur qualifié qui accepte de voyager avec l’enfant
reason-lift-escorts = { $count ->
    [one] Un accompagnateur qualifié de plus
   *[other] { $count } accompagnateurs qualifiés de plus
}, ou des groupes d’enfants plus petits
reason-lift-case-conference = Une conférence de cas décide : un autre accompagnateur, ou des départs séparés
reason-lift-best-interests = La procédure d’intérêt supérieur, achevée par le chargé de protection de l’enfance
reason-lift-bring-together = Les réunir sur un même site, ou corriger la liste
reason-lift-correct-row = Corriger la ligne { $row } de people.csv
reason-lift-destination = Une destination de plus qui accueille
reason-lift-other-destination = Une autre destination, qu’ils souhaitent et qui est sûre pour eux
reason-lift-service = Une destination offrant : { service-word }
reason-lift-places = { $count ->
    [one] Une place de plus
   *[other] { $count } places de plus
} à { $place }
reason-lift-day-places = Plus de places par jour à la destination, ou une arrivée sur deux jours
reason-lift-opening = Des heures d’ouverture plus longues à la destination
reason-lift-vehicle = Un véhicule de plus qui convient
reason-lift-longer = Plus de temps : une fin de plan plus tardive
reason-lift-seats = Un véhicule avec { $count ->
    [one] un siège de plus
   *[other] { $count } sièges de plus
}
reason-lift-bays = { $count ->
    [one] Un emplacement de fauteuil roulant de plus
   *[other] { $count } emplacements de fauteuil roulant de plus
} dans un véhicule
reason-lift-stretchers = { $count ->
    [one] Une place de civière de plus
   *[other] { $count } places de civière de plus
} dans un véhicule
reason-lift-configuration = Un véhicule aménageable pour { $seats } sièges, { $bays } fauteuils roulants et { $stretchers } civières à la fois
reason-lift-offer = Un véhicule avec : { need-word }
reason-lift-road = Une route ouverte pour { $site }
reason-lift-release = Les remettre dans la file
reason-lift-nearer-destination = Une destination plus proche, ou une halte de nuit sûre pour eux
reason-lift-fuel = Du carburant en route

reason-trip-joined-by-tie = D’autres sur ce trajet voyagent avec { $household }, d’un rang plus exposé
reason-trip-no-woman-crew = Ils ont demandé une femme dans l’équipage ; ce trajet n’en a pas
reason-trip-no-medical-crew = Il leur faut du personnel médical à bord ; ce trajet n’en a pas
reason-trip-no-equipment = Le véhicule n’a pas : { $equipment }
reason-trip-no-configuration = Le véhicule ne peut être aménagé pour { $seats } sièges, { $bays } fauteuils roulants et { $stretchers } civières
reason-trip-asked-later = Ils n’étaient pas prêts au départ de ce trajet
reason-trip-other-destination = Le trajet ne va à aucune destination où ils peuvent être amenés
reason-trip-kept-apart = Quelqu’un avec qui ils ne doivent pas voyager est sur ce trajet
reason-trip-fitness-ends = Leur aptitude au voyage prend fin avant l’arrivée de ce trajet
reason-trip-too-long = Le voyage peut durer { $minutes } minutes au plus ; ce trajet dure davantage
reason-trip-at-night = Ils ne doivent pas voyager de nuit ; ce trajet roule de nuit
reason-trip-no-room = La place restante sur ce trajet est trop petite pour eux, après ceux de leur rang ou d’un rang plus exposé
reason-trip-destination-full = La destination du trajet n’a plus de places ce jour-là
reason-trip-alongside = Il embarque à côté et part { $minutes } minutes plus tard
reason-trip-no-rule = Aucune règle ne les écartait de ce trajet : le plan les a laissés pour un suivant

need-word = { $need ->
    [woman_crew] une femme dans l’équipage
    [medical_escort] du personnel médical
    [medical_crew] du personnel médical
    [equipment] l’équipement
    [escort] une escorte
    [wheelchair] un emplacement de fauteuil roulant
    [stretcher] une place de civière
   *[other] { $need }
}
service-word = { $service ->
    [food] nourriture
    [shelter] abri
    [medical] soins médicaux
    [surgery] chirurgie
    [child_protection] protection de l’enfance
    [child-protection] protection de l’enfance
    [water] eau
    [maternity] maternité
    [dialysis] dialyse
   *[other] { $service }
}

nb-NB01 = Pas de consentement valable
nb-NB02 = A retiré son consentement
nb-NB03 = Consentement du tuteur manquant (moins de 18 ans)
nb-NB04 = Évaluation de l’intérêt supérieur contraire au départ
nb-NB05 = Famille séparée ou incomplète
nb-NB06 = Non apte au voyage
nb-NB07 = Contagieux : isoler
nb-NB08 = Sans document de voyage ni permis
nb-NB09 = Pas de capacité du côté de l’accueil
nb-NB10 = Autorisation de sécurité absente
nb-NB11 = Armé, ou combattant non désarmé
nb-NB12 = Pas de véhicule ou pas de place
nb-NB13 = Demande de protection internationale : référer au HCR
nb-NB14 = Soupçon de traite : référer comme victime de traite
nb-NB15 = Doute sur l’identité
nb-NB16 = Ne s’est pas présenté
nb-NB17 = Mauvaise destination
nb-NB18 = Crime grave ou exclusion : référer
nb-NB19 = Escorte médicale absente
nb-NB20 = Décision de justice ou de garde

# Ce qui change face au plan d’avant : à lire à la radio.
reason-change-not-leaving = { $household } ({ $site }, rang { $tier }, { $people } personnes) ne part pas
reason-change-leaves-later = { $household } ({ $site }, rang { $tier }, { $people } personnes) part { $minutes } minutes plus tard, { $at }
reason-change-leaves-earlier = { $household } ({ $site }, rang { $tier }, { $people } personnes) part { $minutes } minutes plus tôt, { $at }
reason-change-now-leaving = { $household } ({ $site }, rang { $tier }, { $people } personnes) part désormais, { $at }
reason-change-other-trip = { $household } ({ $site }, { $people } personnes) prend le trajet { $trip }, { $at }
reason-change-trip-cancelled = Le trajet { $trip }, { $vehicle }, de { $from } à { $to }, est annulé
reason-change-trip-new = Nouveau trajet { $trip } : { $vehicle }, de { $from } à { $to }, départ { $at }
reason-change-trip-later = Le trajet { $trip } part { $minutes } minutes plus tard, { $at } ; arrivée { $arrives }
reason-change-trip-earlier = Le trajet { $trip } part { $minutes } minutes plus tôt, { $at } ; arrivée { $arrives }
reason-change-arrives-later = Le trajet { $trip } arrive { $minutes } minutes plus tard, { $arrives }
reason-change-vehicle = Trajet { $trip } : { $vehicle } au lieu de { $before }, { $seats } sièges, { $bays } fauteuils roulants, { $stretchers } civières
reason-change-way = Le trajet { $trip } passe par { $by }, et non plus par { $around }
reason-change-stops = Le trajet { $trip } s’arrête à { $stops }

# Pourquoi une étape de l’embarquement n’est pas possible, et que regarder.
reason-wrong-state = Le trajet a passé cette étape, ou n’y est pas encore
reason-nothing-to-undo = Il n’y a rien à reprendre
reason-not-on-list = La personne n’est pas sur la liste de ce trajet
reason-note-needed = Quelqu’un qui n’arrive pas demande une note
reason-code-needed = Un refus demande un code de non-embarquement
reason-referral = Ce code demande un référencement
reason-clearance-in-future = L’autorisation serait donnée plus tard que maintenant
reason-clearance-expired = L’autorisation date de plus de 24 heures
reason-no-clearance = Il n’y a pas encore d’autorisation
reason-not-acknowledged = Le côté de l’accueil n’a pas accusé réception de la liste
reason-still-expected = { $count ->
    [one] Une personne de la liste n’est pas encore marquée
   *[other] { $count } personnes de la liste ne sont pas encore marquées
}
reason-nobody-on-board = Personne n’est à bord
reason-child-alone = Un enfant de { $household } est à bord sans son adulte
reason-before-departure = Le trajet arriverait avant d’être parti
reason-not-balanced = { $count ->
    [one] L’arrivée d’une personne n’est pas encore marquée
   *[other] L’arrivée de { $count } personnes n’est pas encore marquée
}
reason-child-no-show = Un enfant de { $household } ne s’est pas présenté : avertir le chargé de protection de l’enfance
reason-family-incomplete = Une partie de { $household } embarque et l’autre non : demander s’ils veulent voyager séparés

reason-darp-depot-closed = Le véhicule ne peut partir ou revenir à ses heures
reason-darp-duration-over-limit = La tournée durerait plus que permis
reason-darp-load-over-capacity = La charge dépasse tout véhicule
reason-darp-no-place-found = Aucune place n’a été trouvée dans une tournée
reason-darp-ride-over-limit = Le voyage durerait plus que permis
reason-darp-windows-apart = La dépose ne peut être atteinte à ses heures depuis la prise en charge
