# The page of the movement officer.

page-title = Movements
people-generated = exercise: people are generated
print-handling = For the movement officer alone. Holds no names. Destroy when the operation is closed.
skip-to-main = Skip to the page
language = Language
language-started = { $share } is translated so far; the rest stands in English.
language-not-reviewed = This translation was made by a machine and has not yet been reviewed by a native speaker.
theme = Light or dark
theme-auto = As the device
theme-light = Light
theme-dark = Dark
as-of = Seen from
day-before = The day before
day-after = The day after
duration = { $hours } h { $minutes }
loading = Loading…
unknown = not known
none = –
remedy = What to do:
understood = Understood
close-panel = Close
show-as = Show as
show-map = Map
show-table = Table
show-timeline = Timeline
lists = Lists
pager-back = Back
pager-on = Next
pager-shown = { $first } to { $last } of { $total }
nothing-matches = Nothing matches.
or = or

offline-title = The server can’t be reached
offline-kept = Since { $time }. What you see is from before; the page tries again by itself.
offline-nothing = Nothing could be loaded yet. Check that the server runs and the cable or network works; the page tries again by itself.
refused-title = This is not possible now
failed-title = This did not work
problem-offline = The server does not answer.
problem-offline-remedy = Check the cable or the network.
problem-no-road = No open road leads there.
problem-no-road-remedy = Look which roads are closed on this day.
problem-nothing-to-undo = There is no earlier plan.
problem-nothing-to-undo-remedy = Make a plan.
problem-boarding-has-begun = Boarding of a trip has begun under this plan.
problem-boarding-has-begun-remedy = Close a road or lose a vehicle, and plan anew: what has happened stays.
problem-plan-is-being-made = A plan is being made.
problem-plan-is-being-made-remedy = Wait for it, or stop it.
problem-planner-failed = The planner failed; nothing was changed.
problem-planner-failed-remedy = Report this with the operation’s files.
problem-plan-breaks-a-rule = The checker found a broken rule in the plan, so it was not given out.
problem-plan-breaks-a-rule-remedy = Report this with the operation’s files; use the officer rule until then.
problem-E_CLEARANCE_EXPIRED = The clearance is older than 24 hours.
problem-E_CLEARANCE_EXPIRED-remedy = Get a new clearance and enter its time.
problem-E_NO_CLEARANCE = There is no clearance yet.
problem-E_NO_CLEARANCE-remedy = Enter when the clearance was given.
problem-E_NOT_ACKNOWLEDGED = The receiving side has not acknowledged the list.
problem-E_NOT_ACKNOWLEDGED-remedy = Send the list, wait for the answer, then tick the box.
problem-E_STILL_EXPECTED = Someone on the list is neither present, refused nor a no-show.
problem-E_STILL_EXPECTED-remedy = Mark everyone on the list.
problem-E_NOT_BALANCED = Departed is not arrived + explained.
problem-E_NOT_BALANCED-remedy = Mark how each person arrived.
problem-E_WRONG_STATE = The trip is past that step, or not there yet.
problem-E_WRONG_STATE-remedy = Look at the state of the trip.
problem-E_NOTHING_TO_UNDO = There is nothing to take back.
problem-E_NOTHING_TO_UNDO-remedy = Go on.
problem-E_REFERRAL = This code needs a referral: the person is never just left.
problem-E_REFERRAL-remedy = Open the referral and note it.
problem-E_NOT_ON_LIST = The person is not on the list of this trip.
problem-E_NOT_ON_LIST-remedy = Plan again to put them on a trip.
problem-E_NOTE_NEEDED = Someone who does not arrive needs a note.
problem-E_NOTE_NEEDED-remedy = Write where they are and who was told.
problem-E_CODE_NEEDED = A refusal needs a no-boarding code.
problem-E_CODE_NEEDED-remedy = Choose the code that says why.
problem-E_CLEARANCE_IN_FUTURE = The clearance would be given later than now.
problem-E_CLEARANCE_IN_FUTURE-remedy = Enter when it was given.
problem-E_NOBODY_ON_BOARD = Nobody is on board.
problem-E_NOBODY_ON_BOARD-remedy = Plan again without this trip.
problem-E_CHILD_ALONE = A child of { $household } is on board without an adult named for it or of its family.
problem-E_CHILD_ALONE-remedy = Take the child off, or wait for the adult.
problem-E_BEFORE_DEPARTURE = The trip would arrive before it left.
problem-E_BEFORE_DEPARTURE-remedy = Correct the time.

what-matters = What matters now
before-plan = { $people } people in { $households } households at { $sites ->
    [one] one site
   *[other] { $sites } sites
}; { $tier1 ->
    [0] nobody is in tier 1.
    [one] one of them is in tier 1.
   *[other] { $tier1 } of them are in tier 1.
}
before-plan-2 = { $vehicles ->
    [one] One vehicle.
   *[other] { $vehicles } vehicles.
} { $week ->
    [0] No report in the last seven days.
    [one] One report in the last seven days.
   *[other] { $week } reports in the last seven days.
}
places-known = { $places ->
    [one] One place at the destinations.
   *[other] { $places } places at the destinations.
}
places-unknown = Some destinations have not said how many they take.
people-balance = { $all } people = { $trips } on trips + { $waiting } waiting with a reason
plan-checked = checked by a second program
plan-breached = { $count ->
    [one] one rule is broken
   *[other] { $count } rules are broken
}
plan-look = { $count ->
    [one] one thing to look at, under “How good”
   *[other] { $count } things to look at, under “How good”
}
look-title = What the checker asks to look at
plan-mode-said = { $mode }, from { $starts }
plan-other-day = This plan knows the reports until { $day }. Plan again to use what the chosen day knows.

plan = Plan
plan-again = Plan again
undo-plan = Undo this plan
mode = Order
mode-tiers = Most exposed first
mode-harm = Least harm in all
mode-officer = Officer rule
mode-tiers-means = Tier 1 as early as can be, then tier 2, 3, 4. Never worse for tier 1 than the officer rule.
mode-harm-means = The least total harm; the plan says which tier pays for it.
mode-officer-means = Highest tier first, then fill the vehicle: what a good officer does on paper.
time-to-search = Search for
seconds = { $count } s
planning = Progress of the plan
phase-starting = Starting…
phase-roads = Reading roads and reports
phase-rule = Making the officer’s plan
phase-search = Looking for a better plan
phase-bound = Proving how good it is
phase-check = Checking every rule
phase-done = Done
stop-keep-best = Stop and keep the best
elapsed = { $seconds } of { $limit } s
served = { $served } of { $total } households on a trip
against-rule = { $share } less harm than the officer rule
rounds = { $count } rounds

map-title = Roads, sites and reports
map-empty = The operation has no places yet.
map-keys = Arrow keys go to the nearest place or road in that direction, Enter chooses it. Shift and arrows move the map, plus and minus zoom, 0 shows all.
zoom = Zoom
zoom-in = Nearer
zoom-out = Farther
zoom-all = Show all
legend = What the signs mean
legend-risk = risk: { $band }
legend-closed = closed
legend-site = site with its people, parted by tier
legend-destination = destination
legend-week = report of the last 7 days
legend-month = report of the last 30 days
legend-older = older report
band-unknown = not known
band-low = low
band-medium = medium
band-high = high
band-very-high = very high
road-label = Road { $from } – { $to }, { $km } km, { $time }, risk { $band }, { $closed }
road-facts = { $km } km · { $time } driving · risk { $band }
open = open
closed = closed
closing = to be closed
closed-by-data = Closed by the data of this day
closed-in-plan = Closed in the plan
close-road = Close this road
reopen-road = Don’t close it
compare-routes = Compare ways
routes-from-here = Ways from here
routes-to-here = Ways to here
chosen = Chosen on the map
site-label = { $people ->
    [one] one person
   *[other] { $people } people
} (tier 1: { $t1 }, 2: { $t2 }, 3: { $t3 }, 4: { $t4 })
site-not-assessed = { $count ->
    [one] One person was never assessed: counts as tier 2
   *[other] { $count } people were never assessed: they count as tier 2
}
site-held = { $count ->
    [one] One person is held back by the data or by consent
   *[other] { $count } people are held back by the data or by consent
}
hazard-known = threat known
hazard-unknown = nothing reported near, which is not “safe”
hazard-unknown-long = Nothing is reported near. That is not “safe”: it is not known.
hazard-figure = Threat of waiting: { $risk } per 1,000 people and day
hazard-title = Threat per 1,000 and day
places-left = { $left ->
    [0] no place left of { $total }
    [one] one place left of { $total }
   *[other] { $left } places left of { $total }
}
places-left-unknown = places not known
places-left-title = Places left
left-short = { $left } left
places-per-day = { $count } a day
services = Has: { $list }
table-places = Sites and destinations
table-roads = Roads, highest risk first
table-reports = Reports known on this day, newest first
report-label = { $kind }, { $place }, { $date }, deaths: { $deaths }
place = Place
people-short = People
road = Road
km = km
hours = Time
risk = Risk
state = State
date = Date
kind = Kind
deaths = Deaths
source = Source
people = { $count ->
    [one] one person
   *[other] { $count } people
}

tier = Tier
tier-1 = Tier 1: critical
tier-2 = Tier 2: high
tier-3 = Tier 3: medium
tier-4 = Tier 4: low
tier-short-1 = Tier 1
tier-short-2 = Tier 2
tier-short-3 = Tier 3
tier-short-4 = Tier 4

kind-one-sided = violence against civilians
kind-non-state = fighting between armed groups
kind-state-based = fighting with a state’s forces
kind-remote = shelling, mines or explosives
kind-unrest = unrest or looting
kind-other = other violence
service-food = food
service-shelter = shelter
service-medical = medical care
service-surgery = surgery
service-water = water
service-maternity = maternity care
service-child-protection = child protection
vehicle-bus = bus
vehicle-minibus = minibus
vehicle-truck = truck
vehicle-4x4 = 4x4
vehicle-car = car
vehicle-ambulance = ambulance
vehicle-vehicle = vehicle
by-sex = Sex
by-age = Age
by-age-band = Age
by-disability = Disability
by-site = Site
by-need = Need
by-all = All
by-tier = Tier
by-children = Children
group-none = no need
group-child-with-family = children with family
group-child-chaperoned = children with a chaperone
group-child-alone = children alone
group-female = women and girls
group-male = men and boys
group-not-said = not said
group-unknown = not known
group-with = with a disability
group-without = without a disability
group-yes = yes
group-no = no
group-child = children
group-adult = adults
group-older = older people

trips-title = Trips
trips-count = { $trips ->
    [one] one trip
   *[other] { $trips } trips
}, { $vehicles ->
    [one] one vehicle
   *[other] { $vehicles } vehicles
}
trip = Trip
vehicle = Vehicle
departs = Departs
ends = Ends
from = From
to = To
no-plan-title = No plan yet
no-plan-hint = Press Plan: who leaves when, on which vehicle, by which way.
no-trips-title = The plan has no trip
no-trips-hint = “Not moved” says why, and what would lift it.
trip-number = Trip { $trip }
trip-open = Open trip { $trip }
trip-title = Trip { $trip }: { $people } people to { $to }
trip-label = Trip { $trip }, { $vehicle }, { $people } people ({ $tier1 } of tier 1), from { $from } to { $to }, departs { $depart }, ends { $end }
state-planned = planned
state-boarding = boarding
state-departed = departed
state-arrived = arrived
state-closed = closed
room = { $seats } seats{ $bays ->
    [0] {""}
   *[other] , { $bays } wheelchair bays
}{ $stretchers ->
    [0] {""}
   *[other] , { $stretchers } stretchers
}
trip-cost = { $km } km, risk { $risk } a person
board-trip = Board people
print-for = Print for
for-driver = driver
for-escort = escort
for-receiving = receiving side
for-sending = sending side
manifest-csv = as a table (CSV)
stop-boards = { $people } get on ({ $households ->
    [one] one household
   *[other] { $households } households
})
stop-alights = { $people } get off ({ $households ->
    [one] one household
   *[other] { $households } households
})
leg-facts = { $km } km, { $time } driving, risk { $risk }
halt-at = overnight halt at { $place }
stands-at = stands at { $place }
crew-woman-crew = woman in the crew
crew-medical-crew = medical crew
crew-escort = escort
lost-short = lost
pinned-short = held back
lose-vehicle = Vehicle lost
vehicle-back = It is not lost
pin-vehicle = Hold back for escort or reserve
unpin-vehicle = Don’t hold it back
lost-in-plan = Lost, in the plan
pinned-in-plan = Held back, in the plan

tab-queue = Queue
tab-waiting = Not moved
tab-routes = Ways
tab-figures = How good
tab-findings = Data
queue-hint = The queue shows each household’s place and why, once there is a plan.
queue-pages = Pages of the queue
search-household = Find a household or site
filter-tier = Tier
filter-what = On a trip or waiting
filter-site = Site
all-tiers = All tiers
all-sites = All sites
what-all = All households
what-moved = On a trip
what-waiting = Waiting
on-trip = trip { $trip }
waits = waits
goes-to = Goes to { $place }
blocked-by = Held by:
would-lift = What would lift it:
show-trip = Show trip { $trip }
hold-back = Hold back
not-held = no
waiting-hint = Who can’t be moved, and why, once there is a plan.
nobody-waits = Everyone is on a trip.
blocked-count = { $people ->
    [one] One person
   *[other] { $people } people
} in { $households ->
    [one] one household
   *[other] { $households } households
}
which-households = Which households
and-more = and { $count } more

sites = Sites
destinations = Destinations
other-places = Other places
routes-same = Choose two different places.
routes-none = No open road leads there.
routes-count = { $count ->
    [one] One way is worth taking: none is both faster and safer.
   *[other] { $count } ways are worth taking: none of them is both slower and less safe than another.
}
way-number = Way { $number }
way-head = { $time } driving, risk { $band }
way-ours = taken by the program
way-in-plan = in the plan
way-taken = In the changes: take it out
use-this-way = Use this way
way-fastest = The fastest way.
way-trade = { $time } longer than the fastest, { $share } less risk.
length = Length
km-value = { $km } km
arrival-after = Arrives after
risk-figure = Risk per 1,000
halts = Overnight halts
no-halt = none
curfew-margin = Margin to curfew
no-curfew = no curfew
worst-segment = Segment of highest risk
turn-back = Turn-back point
newest-report = Newest report
no-report = none near
days-ago = { $count ->
    [0] today
    [one] yesterday
   *[other] { $count } days ago
}
unknown-share = Nothing is known about { $share } of the way. That is not “safe”.
reports-behind = { $count ->
    [one] The report behind the risk
   *[other] The { $count } reports behind the risk
}
share-of-risk = { $share } of the risk

changes-title = Not yet in the plan
take-out = Take out: { $what }
clear-changes = Clear all
from-when = Holds from
replan = Replan
change-closed = Road { $from } – { $to } closed
change-lost = { $vehicle } lost
change-pinned = { $vehicle } held back
change-chosen = Way { $from } – { $to } over { $over }
change-held = { $household } held back: { $why }
proposal-title = Proposal: not accepted yet
trips-changed = { $count ->
    [0] No trip changes.
    [one] One trip changes.
   *[other] { $count } trips change.
}
no-promise-broken = No promise to tier 1 is broken.
promises-broken = { $count ->
    [one] One household of tier 1 leaves later or not at all.
   *[other] { $count } households of tier 1 leave later or not at all.
}
radio-lines = Read over the radio
no-lines = Nothing to read: nobody has to be told.
made-under = Made under: { $changes }
accept = Accept
discard = Discard

figures-hint = Waiting times, the gap to the proven bound and who waits, once there is a plan.
tiers-title = By tier
held-beside = Held by a rule before any search: { $people } people. Their harm until the end, { $harm }, is in none of the figures above.
tiers-hint = Harm is expected incidents times severity, summed over people. No plan can be below the bound.
moved-of = Moved
mean-wait = Mean wait
last-wait = Last leaves
hours-value = { $hours } h
harm = Harm
against-officer = Against officer rule
gap = Gap to bound at most
all-weighted = All, weighted
inversions-title = { $count ->
    [0] Nobody is overtaken
    [one] One household is overtaken
   *[other] { $count } households are overtaken
}
no-inversions = Nobody of a lower tier leaves a site before someone of a higher one.
inversions-hint = Someone of a lower tier leaves the same site before them. Each has a reason that the checker verified.
inversions-pages = Pages of those overtaken
inversion = { $later } ({ $site }) waits while others leave on
disparity-title = Who waits, by group
disparity-hint = For people to look at. The planner never reads these groups.
disparity-none = Nothing to compare.
group = Group
ratio = Wait, against all others
look = Look
review = look into it
sensitivity-title = If the threat is half or double
sensitivity-hint = Only the order of threats is claimed, not their size. Few changes mean that the plan does not hang on it.
sensitivity-coming = Being worked out; the plan can be used meanwhile.
sensitivity-none = Not worked out for this plan.
hazard-scale = Threat
trips-changed-title = Trips that change
households-changed = Households that change

no-findings = Nothing wrong was found in the data.
findings-pages = Pages of findings
filter-severity = How serious
filter-file = File
all-files = All files
severity-all = All ({ $count })
severity-error = Left out
severity-warning = Replaced or doubtful
severity-note = Worth knowing
row-number = row { $row }

back-to-plan = Back to the plan
boarding-title = Boarding: trip { $trip }, { $vehicle }
count-expected = on the list
count-boarded = present
count-refused = refused
count-no-show = did not come
balance = Departed { $departed } = arrived { $arrived } + explained { $explained }:
balanced = balanced
not-balanced = not balanced yet
next-step = Next step
said-clearance = Clearance of
said-departed = Departed
said-arrived = Arrived
said-closed = Closed
time-clear = Clearance was given
time-depart = Departed
time-arrive = Arrived
time-close = Closed
do-clear = Enter clearance
do-depart = Depart
do-arrive = Arrive
do-close = Close
acknowledged = The receiving side has acknowledged the list
undo-entry = Take back the last entry
no-passengers = Nobody boards on this trip.
search-person = Find a person or household
only-open = Only those still open
rest-arrived = All { $count } others arrived
nobody-open = Nobody is open.
all-present = All { $count } present
mark-present = Present
mark-refused = Not boarding…
mark-no-show = Did not come
status-expected = expected
status-boarded = present
status-refused = not boarding
status-no-show = did not come
status-arrived = Arrived
status-hospital = Hospital
status-missing = Missing
status-diverted = Diverted
status-deceased = Deceased
otherwise = Otherwise…
outcome-note = What happened, where, who knows
outcome-note-needed = A note is needed: departed = arrived + explained.
age = { $age } years
age-about = about { $age } years
age-unknown = age not known
child = child
refusal-code = Why they do not board
choose-code = Choose…
refusal-note = Note (optional)
referral-note = Referral opened with
referral-hint = Never just left: a referral must be opened.
refusal-hint = Explain it in a language they understand; say how to appeal and when the next place is.
save-refusal = Save
cancel = Cancel
reading-in-title = The people of the operation are being read in
reading-in = { $done } of { $of } records are made. You can look at roads and reports; a plan can be made when all are there.
problem-operation-being-read-in = The people of the operation are still being read in.
problem-operation-being-read-in-remedy = Wait until all are there.
problem-office-not-set-up = The office is not set up yet.
problem-office-not-set-up-remedy = Set it up with amana init.
name-withheld = withheld
