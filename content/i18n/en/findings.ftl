# What is wrong in the data and what to do: finding-<code>. English shows the finding’s own text on the page.

finding-answer-calculation-differs = What was sent is not what is calculated here; ours is kept. Nothing to do.
finding-answer-choice-hidden = This is not recorded here. Record it on the case, with who may know.
finding-answer-choice-not-under = This does not belong to what was chosen above. Choose again.
finding-answer-choice-retired = This can no longer be chosen. Choose another from the list.
finding-answer-choice-twice = The same is chosen twice. Choose it once.
finding-answer-constraint = This answer is not accepted. Correct it.
finding-answer-hidden = This is not asked, given the other answers; its answer is left out. Nothing to do, or correct the other answers.
finding-answer-missing = This must be answered before going on. Answer it, or say unknown or refused where the question lets you.
finding-answer-not-a-choice = This is not one of the choices. Choose from the list.
finding-answer-silence = This needs an answer: it can’t be left as unknown or refused. Answer it.
finding-answer-too-few-rows = Rows are missing here: { $least } at least. Add what is missing.
finding-answer-too-many-rows = There are too many rows here: { $most } at most. Take some out.
finding-answer-unknown-field = The form has no such question here. Load the page again; your answers stay on it.
finding-answer-wrong-type = The answer does not have the form that is asked for. Correct it.
finding-age-out-of-range = The person would be { $value } years old. Check the year of birth.
finding-capacity-unknown = Nothing says how many people this place can take; no limit is assumed. Ask the receiving side.
finding-closure-date-unreadable = “{ $value }” is not a date; the closure counts as open on that side. Write a date like 2014-05-13.
finding-closure-dates-exchanged = The closure ends before it begins; the dates are taken as exchanged. Write the earlier one in closed_from.
finding-closure-unknown-place = The closure names “{ $place }”, which is not among the places. Nearest names: { $near }.
finding-closure-without-pair = The row names neither two countries nor two places; it is left out. Fill in country_a and country_b, or from and to.
finding-closure-without-road = No road leads straight from { $a } to { $b }; the closure changes nothing. Check the names.
finding-configuration-unreadable = “{ $value }” is not seats/bays/stretchers. Write 40/0/0|34/2/0.
finding-consent-unreadable = “{ $value }” is no consent; it counts as pending. Write given, refused, withdrawn or pending.
finding-dates-swapped = The vehicle is gone before it comes. Put the later time into available_to.
finding-destination-twice = The place is already a destination; this row is left out. Join both rows.
finding-file-missing = There is no { $file }. Add it; docs/formats.md lists its columns.
finding-fitness-unreadable = “{ $value }” is not yes, no or until a date; it counts as no. Write yes, no or until 2014-01-20.
finding-hours-swapped = The destination closes before it opens. Put the later time into closes.
finding-household-apart = Members of household { $household } are at different sites; it is held. Bring them together, or correct the site.
finding-missing-column = Column “{ $name }” is missing. Add it.
finding-missing-value = The cell is blank. Fill in “{ $name }”.
finding-need-unknown = “{ $value }” is no need the planner knows; the household is held until it is clear. docs/formats.md has the words.
finding-need-unreadable = “{ $value }” needs a number, like max_ride_min=30.
finding-no-destinations = No destination can be used: nobody can be moved. Add places to destinations.csv.
finding-no-header = The file is empty or has no header row. The first row must name the columns.
finding-no-incidents = There is no incidents.csv: every road and site counts as unknown, none as safe. Add the reports you have.
finding-no-places = No place could be read. Add at least one row with a name, latitude and longitude.
finding-no-room = Vehicle { $value } has no seat, bay or stretcher. Fill in its room, or take the row out.
finding-no-vehicles = No vehicle can be used: nobody can be moved. Add vehicles to fleet.csv.
finding-not-utf8 = The text is not UTF-8; unreadable letters show as �. Save the file as “CSV UTF-8”.
finding-number-too-small = { $value } is not possible here. Write a number of at least { $least }.
finding-osm-no-roads = The file holds no road that a car can use. Take an extract of the area of the operation.
finding-osm-nodes-missing = { $missing } of { $all } points are not in the extract; the roads end at its edge.
finding-place-duplicate = “{ $place }” is already in row { $first }; this row is left out. Give each place a name of its own.
finding-place-far-from-road = “{ $place }” lies { $km } km from the nearest road. Check its position.
finding-place-outside-country = “{ $place }” lies { $km } km from the middle of the places of { $group }; it is kept as written. Check latitude, longitude and country.
finding-place-swapped = “{ $place }” lies { $km } km from the middle of the places of { $group }, but near it with latitude and longitude exchanged; it is kept as written. Check both cells.
finding-place-unknown = “{ $value }” is not in places.csv. Add it, or correct the name.
finding-place-unreachable = No road leads from the other places to { $places } and back. Add the road, or correct its direction.
finding-places-cut-off = { $places } are joined to one another but not to the other places. Add the road that joins them.
finding-report-date-missing = The report has no date and is left out. Fill in the day on which it began.
finding-report-date-unreadable = “{ $value }” is not a date. Write one like 2014-01-15.
finding-report-duplicate-id = Report { $id } stands in row { $row } already; this row is left out. Give each report an identifier of its own.
finding-report-end-before-start = The report ends before it begins; it is taken as lasting one day. Correct one of the dates.
finding-report-far-away = The report lies far from the others; it is kept. Check latitude and longitude.
finding-report-kind-unknown = The kind of violence “{ $value }” is not known; it counts as other.
finding-report-lat-lon-swapped = Latitude and longitude look swapped; the report is read the other way round. Swap the two cells.
finding-report-precision-unknown = “{ $value }” is not a step of place precision; the report is taken as within 25 km. Write 1 (exact) to 6 (country).
finding-report-status-unknown = The status “{ $value }” is not known; the report counts as reported.
finding-reports-after-as-of = { $count } reports begin after { $as_of } and are left out of the threat surface. Nothing to do when looking back.
finding-road-duplicate = The road is already in row { $first }. Delete one of the rows.
finding-road-length-impossible = { $km } km is no possible length. Write the length in kilometres.
finding-road-much-longer-than-straight = { $a } – { $b } has { $km } km, but the straight line only { $straight } km. Check the length and both positions.
finding-road-parallel = The road is already in row { $first } with another length; both are kept. Delete the wrong one if there is one road.
finding-road-self-loop = The road begins and ends at { $place }. Write the place it leads to, or delete the row.
finding-road-shorter-than-straight = { $a } – { $b } has { $km } km, but the straight line is { $straight } km; kept as written. Measure again and correct it.
finding-road-unknown-place = The road names “{ $place }”, which is not among the places. Nearest names: { $near }.
finding-row-length = The row has { $cells } cells, the header { $header }. Look for a missing or extra comma.
finding-row-unreadable = The row can’t be read. Look for an unclosed quote.
finding-setting-out-of-range = “{ $key }” is out of range. Compare it with the shipped scenario.
finding-speed-factor = { $value } is not a factor of 0.1 to 2; 1 is the usual speed of the road.
finding-starts-unreadable = “{ $value }” is no time to start at. Write 2014-01-15T05:00.
finding-tie-to-self = The person is tied to themselves. Name the other person.
finding-tie-unknown = The tie names nobody of this file; the household is held. Correct the identifier.
finding-ties-in-a-circle = Those who accompany each other form a circle; all are held. Say who is the one in care.
finding-timezone-unknown = “{ $value }” is not a time zone. Write an IANA name such as Africa/Bangui.
finding-unreadable-value = “{ $value }” can’t be read; expected: { $expected }.
finding-vehicle-twice = Vehicle { $value } is there twice; this row is left out. Give each vehicle its own identifier.
finding-girl-without-a-woman = An unaccompanied girl ({ $value }) has no woman as chaperone. Name one, or write woman_crew into her needs.
finding-plan-inversion-unexplained = Someone of a lower tier leaves { $stop } on trip { $trip } first, though no rule kept { $household } off it. Look at both; move them by hand if need be.
finding-plan-led-around = A trip under way is led around a closed road, and then { $rule ->
    [plan-kept-apart-arrival] people who must be kept apart arrive at one place on one day. Have them received apart.
    [plan-fitness-ends] someone arrives after their fitness to travel has ended. Have a clinician meet them.
    [plan-ride-too-long] a ride is longer than someone can bear. Call it and plan a halt.
    [plan-in-the-dark] someone who may not travel at night is on the way in the dark. Call it and look for a safe halt.
    [plan-gate-closed] it arrives when the destination is closed. Ask for it to be opened.
    [plan-day-full] more people arrive in a day than the destination takes. Warn it.
    [plan-out-of-range] the fuel does not reach. Send fuel.
   *[other] a rule is broken. Call it.
}
finding-plan-road-closed-ahead = Trip { $trip } has a closed road ahead ({ $from } – { $to }) and no other way. Call it and hold it in the last safe place.
finding-plan-vehicle-lost-under-way = Vehicle { $vehicle } was lost on trip { $trip }, which had set off. Call it; send another vehicle for the people on board.
