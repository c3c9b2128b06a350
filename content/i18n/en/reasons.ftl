# Why the program decided something: reason-<code>. One line a message; the command line and the server read this file too.
# No-boarding codes: nb-<code>.

reason-headline-trips = { $trips ->
    [one] One trip
   *[other] { $trips } trips
} on { $days ->
    [one] one day
   *[other] { $days } days
} { $people ->
    [one] take one person to safety.
   *[other] take { $people } people to safety.
}
reason-headline-first-tier = { $moved ->
    [0] Nobody of tier { $tier } leaves: { $people } wait.
   *[other] Tier { $tier }: { $moved } of { $people } leave, the last { $hours } h after the start.
}
reason-headline-first-tier-waits = Tier { $tier }: { $people ->
    [one] one person waits
   *[other] { $people } people wait
} because { $reason ->
    [consent-pending] consent is still open.
    [consent-refused] consent was refused.
    [consent-withdrawn] consent was withdrawn.
    [not-fit] someone is not fit to travel.
    [no-chaperone] a child has no chaperone.
    [too-few-escorts] children have too few chaperones.
    [best-interests-open] a best-interests step is open.
    [children-alone] children would be alone with the crew.
    [family-separated] the family is not together.
    [tie-elsewhere] someone they travel with is elsewhere.
    [data-problem] a row of the data must be corrected.
    [no-destination-fits] no destination fits.
    [no-destinations] there is no destination.
    [no-vehicle-fits] no vehicle has the room they need.
    [no-vehicle-offers] no vehicle offers what they need.
    [no-vehicle-in-time] no vehicle is free in time.
    [no-vehicles] there is no vehicle.
    [no-road] no open road leads to a destination.
    [no-road-to-site] no open road leads to the site.
    [no-way-in-time] no way can be driven in time.
    [destination-full] the destinations are full.
    [destination-closed] the destination is closed then.
    [destination-day-too-small] the destination takes fewer a day.
    [fitness-ends] fitness to travel ends too soon.
    [held-by-officer] an officer holds them back.
    [larger-than-any-vehicle] the household is larger than any vehicle.
    [convoy-too-few-vehicles] too few vehicles can take all parts of the household at once.
    [convoy-no-road] too few of its vehicles come to the site by road.
    [convoy-not-in-time] its vehicles cannot be together in time.
    [no-second-adult] the child would be alone with a single adult.
    [only-by-day] they may only ride by day.
    [out-of-range] the fuel does not reach.
    [ride-too-long] the ride would be too long.
   *[other] { $reason }.
}
reason-headline-waiting = { $people ->
    [one] One person stays behind
   *[other] { $people } people ({ $households } households) stay behind
}, each with a reason and what would lift it.
reason-headline-held = { $people ->
    [one] One of them is held by a rule before any search (consent, fitness, a child’s safeguards, no road); their
   *[other] { $people } of them are held by a rule before any search (consent, fitness, a child’s safeguards, no road); their
} harm until the end, { $harm }, stands beside the plan’s.
reason-headline-not-assessed = { $people ->
    [one] One person was never assessed and counts as tier 2
   *[other] { $people } people were never assessed and count as tier 2
} until someone looks.

reason-tier-said = Tier { $tier }: { $reason }
reason-tier-given = Tier { $tier } is given in the list, without a reason
reason-tier-by-tie = Counts as tier { $tier }, because they travel with someone of that tier
reason-tier-of-most-exposed = The household has the tier of its most exposed member: { $tier }
reason-order-needs = Needs put it ahead inside its tier ({ $points } points)
reason-order-requested = Asked for transport on { $at }
reason-order-lot = No time of request is known: a recorded lot decides among equals

reason-consent-pending = Consent is still open for { $count } of { $of }
reason-consent-refused = { $count } of { $of } refused to travel
reason-consent-withdrawn = { $count } of { $of } withdrew consent
reason-not-fit = { $count } of { $of } not fit to travel
reason-fitness-ends = Fitness to travel ends before the vehicle would arrive
reason-no-chaperone = An unaccompanied child has no adult named as chaperone
reason-too-few-escorts = { $children } unaccompanied children have { $escorts ->
    [one] one chaperone
   *[other] { $escorts } chaperones
}; at their ages { $needed } are needed
reason-best-interests-open = The best-interests step for a child has not cleared this move
reason-children-alone = Children would be alone with the crew
reason-tied-and-apart = Someone must not travel with another person they are tied to
reason-family-separated = Members of the family are at different sites
reason-tie-elsewhere = Someone they must travel with is at another site
reason-data-problem = Row { $row } of the list must be corrected first ({ $code })
reason-held-by-officer = Held back by an officer
reason-no-destinations = There is no destination
reason-no-destination-fits = No destination fits: wishes, safety, services or refusals rule each one out
reason-destination-full = No places left in { $destinations }
reason-destination-closed = The destination is closed at every hour it could be reached
reason-destination-day-too-small = The destination takes fewer people a day than this household has
reason-no-vehicles = No vehicle can be used
reason-no-vehicle-fits = No vehicle has the room: { $seats } seats, { $bays } wheelchair bays, { $stretchers } stretchers
reason-convoy-part = Household { $household } is larger than any vehicle: its { $parts } parts leave and drive together
reason-convoy-too-few-vehicles = The household needs { $parts } vehicles that drive alike at once; { $vehicles } can be sent
reason-convoy-no-road = Of the { $parts } vehicles the household needs at once, { $vehicles } can come to { $site } by road and on to a destination
reason-convoy-not-in-time = There is no time at which { $parts } vehicles could take the whole household together
reason-no-second-adult = The child has no adult of its own and may not be alone with a single adult; nobody else could ride along
reason-lift-convoy-vehicles = More vehicles of the same speed and roads: { $count }
reason-lift-second-adult = A second adult who travels with them
reason-larger-than-any-vehicle = The household needs { $seats } seats; no vehicle has as many
reason-no-vehicle-offers = No vehicle with room offers: { need-word }
reason-no-vehicle-in-time = Every vehicle that fits is taken by those before them until the end of the plan
reason-no-time = No vehicle is free in time
reason-no-road = No open road leads from { $site } to { $destinations }
reason-no-road-to-site = No open road leads to { $site }
reason-no-way-in-time = No way can be driven between curfews and closures in time
reason-only-by-day = They may not travel at night, and no destination is reached by day
reason-out-of-range = No vehicle has fuel for the way
reason-ride-too-long = The ride may last { $minutes } minutes at most; no way is as short

reason-lift-offer-again = Offer it again, with new information, if they wish
reason-lift-consent = { $count ->
    [one] One consent
   *[other] { $count } consents
}, informed and recorded
reason-lift-fitness = A new check of fitness to travel, or a medical escort
reason-lift-chaperone = A qualified chaperone who agrees to travel with the child
reason-lift-escorts = { $count ->
    [one] One more qualified chaperone
   *[other] { $count } more qualified chaperones
}, or smaller groups of children
reason-lift-case-conference = A case conference decides: another chaperone, or separate moves
reason-lift-best-interests = The best-interests step, completed by the child-protection officer
reason-lift-bring-together = Bring them together at one site, or correct the list
reason-lift-correct-row = Correct row { $row } of people.csv
reason-lift-destination = One more destination that takes people
reason-lift-other-destination = Another destination that they wish and that is safe for them
reason-lift-service = A destination with: { service-word }
reason-lift-places = { $count ->
    [one] One more place
   *[other] { $count } more places
} in { $place }
reason-lift-day-places = More places a day at the destination, or an arrival over two days
reason-lift-opening = Longer opening hours at the destination
reason-lift-vehicle = One more vehicle that fits
reason-lift-longer = More time: a later end of the plan
reason-lift-seats = A vehicle with { $count ->
    [one] one seat more
   *[other] { $count } seats more
}
reason-lift-bays = { $count ->
    [one] One wheelchair bay more
   *[other] { $count } wheelchair bays more
} on a vehicle
reason-lift-stretchers = { $count ->
    [one] One stretcher place more
   *[other] { $count } stretcher places more
} on a vehicle
reason-lift-configuration = A vehicle that can be arranged for { $seats } seats, { $bays } wheelchair bays and { $stretchers } stretchers at once
reason-lift-offer = A vehicle with: { need-word }
reason-lift-road = An open road for { $site }
reason-lift-release = Let them go again in the queue
reason-lift-nearer-destination = A nearer destination, or an overnight halt that is safe for them
reason-lift-fuel = Fuel on the way

reason-trip-joined-by-tie = Others on the trip travel with { $household }, who is of a higher tier
reason-trip-no-woman-crew = They asked for a woman in the crew; this trip has none
reason-trip-no-medical-crew = They need medical staff on board; this trip has none
reason-trip-no-equipment = The vehicle does not carry { $equipment }
reason-trip-no-configuration = The vehicle can't be arranged for { $seats } seats, { $bays } wheelchair bays and { $stretchers } stretchers
reason-trip-asked-later = They were not ready when the trip left
reason-trip-other-destination = The trip goes to no destination they may be brought to
reason-trip-kept-apart = Someone they must not travel with is on the trip
reason-trip-fitness-ends = Their fitness to travel ends before the trip arrives
reason-trip-too-long = The ride may last { $minutes } minutes at most; this trip takes longer
reason-trip-at-night = They may not travel at night; this trip does
reason-trip-no-room = The room left on the trip is too small for them, after those of their tier or above
reason-trip-destination-full = The destination of the trip has no places left that day
reason-trip-alongside = It boards alongside and leaves { $minutes } minutes later
reason-trip-no-rule = No rule kept them off the trip: the plan left them for a later one

need-word = { $need ->
    [woman_crew] a woman in the crew
    [medical_escort] medical staff
    [medical_crew] medical staff
    [equipment] the equipment
    [escort] an escort
    [wheelchair] a wheelchair bay
    [stretcher] a stretcher place
   *[other] { $need }
}
service-word = { $service ->
    [food] food
    [shelter] shelter
    [medical] medical care
    [surgery] surgery
    [child_protection] child protection
    [child-protection] child protection
    [water] water
    [maternity] maternity care
    [dialysis] dialysis
   *[other] { $service }
}

nb-NB01 = No valid consent
nb-NB02 = Withdrew consent
nb-NB03 = Guardian’s consent missing (under 18)
nb-NB04 = Best-interests assessment against the move
nb-NB05 = Family separated or incomplete
nb-NB06 = Not fit to travel
nb-NB07 = Contagious: isolate
nb-NB08 = No travel document or permit
nb-NB09 = No capacity at the receiving side
nb-NB10 = Security clearance absent
nb-NB11 = Armed, or a combatant not disarmed
nb-NB12 = No vehicle or no room
nb-NB13 = Claims international protection: refer to UNHCR
nb-NB14 = Trafficking suspected: refer as a victim of trafficking
nb-NB15 = Doubt about identity
nb-NB16 = Did not come
nb-NB17 = Wrong destination
nb-NB18 = Serious crime or exclusion: refer
nb-NB19 = Medical escort absent
nb-NB20 = Order of a court or about custody

# What changes against the plan before: read over the radio.
reason-change-not-leaving = { $household } ({ $site }, tier { $tier }, { $people } people) does not leave
reason-change-leaves-later = { $household } ({ $site }, tier { $tier }, { $people } people) leaves { $minutes } minutes later, at { $at }
reason-change-leaves-earlier = { $household } ({ $site }, tier { $tier }, { $people } people) leaves { $minutes } minutes earlier, at { $at }
reason-change-now-leaving = { $household } ({ $site }, tier { $tier }, { $people } people) leaves now, at { $at }
reason-change-other-trip = { $household } ({ $site }, { $people } people) rides on trip { $trip }, at { $at }
reason-change-trip-cancelled = Trip { $trip }, { $vehicle }, from { $from } to { $to }, is cancelled
reason-change-trip-new = New trip { $trip }: { $vehicle }, from { $from } to { $to }, leaves at { $at }
reason-change-trip-later = Trip { $trip } leaves { $minutes } minutes later, at { $at }; arrives { $arrives }
reason-change-trip-earlier = Trip { $trip } leaves { $minutes } minutes earlier, at { $at }; arrives { $arrives }
reason-change-arrives-later = Trip { $trip } arrives { $minutes } minutes later, at { $arrives }
reason-change-vehicle = Trip { $trip } drives { $vehicle } in place of { $before }: { $seats } seats, { $bays } wheelchair bays, { $stretchers } stretchers
reason-change-way = Trip { $trip } goes by { $by }, no longer by { $around }
reason-change-stops = Trip { $trip } stops at { $stops }

# Why a step of boarding is not possible, and what to look at.
reason-wrong-state = The trip is past that step, or not there yet
reason-nothing-to-undo = There is nothing to take back
reason-not-on-list = The person is not on the list of this trip
reason-note-needed = Someone who does not arrive needs a note
reason-code-needed = A refusal needs a no-boarding code
reason-referral = This code needs a referral
reason-clearance-in-future = The clearance would be given later than now
reason-clearance-expired = The clearance is older than 24 hours
reason-no-clearance = There is no clearance yet
reason-not-acknowledged = The receiving side has not acknowledged the list
reason-still-expected = { $count ->
    [one] One person on the list is not marked yet
   *[other] { $count } people on the list are not marked yet
}
reason-nobody-on-board = Nobody is on board
reason-child-alone = A child of { $household } is on board without its adult
reason-before-departure = The trip would arrive before it left
reason-not-balanced = { $count ->
    [one] One person’s arrival is not marked yet
   *[other] The arrival of { $count } people is not marked yet
}
reason-child-no-show = A child of { $household } did not come: tell the child-protection officer
reason-family-incomplete = Some of { $household } board and others do not: ask whether they want to travel apart

reason-darp-depot-closed = The vehicle can’t leave or return in its hours
reason-darp-duration-over-limit = The route would take longer than allowed
reason-darp-load-over-capacity = The load is larger than any vehicle
reason-darp-no-place-found = No place was found on any route
reason-darp-ride-over-limit = The ride would take longer than allowed
reason-darp-windows-apart = The drop-off can’t be reached in its hours from the pick-up
