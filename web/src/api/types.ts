// The wire contract between the server (crates/http) and the page. Instants are RFC 3339 UTC strings.

export type Instant = string;
export type Reason = { code: string; args?: Record<string, string> };
export type Severity = "note" | "warning" | "error";
export type Finding = {
  code: string;
  severity: Severity;
  file?: string;
  row?: number;
  column?: string;
  text: string;
  remedy: string;
  args?: Record<string, string>;
};
export type Capacity = { seats: number; bays: number; stretchers: number };
export type Mode = "tiers" | "harm" | "officer";

// GET /api/operation?as_of=2014-01-15
/** Records made of the operation’s list of people, and how many there will be. */
export type ReadIn = { done: number; of: number };

export type Operation = {
  name: string;
  timezone: string;
  starts: Instant;
  ends: Instant;
  as_of: Instant;
  // First and last day that can be chosen.
  first_day: string;
  last_day: string;
  generated: boolean; // people are generated, not real
  reading_in?: ReadIn; // while the list of people is being read in
  people: number;
  households: number;
  places: Place[];
  roads: Road[];
  vehicles: Vehicle[];
  reports: Report[]; // known at as_of, newest first, at most 200
  findings: Finding[];
  protocol: Record<string, string>;
  // Spans in which nothing drives (curfew with its margin), from starts to ends; shaded on the timeline.
  no_drive?: { from: Instant; to: Instant }[];
};
export type Place = {
  name: string;
  lat: number;
  lon: number;
  kind: string;
  country: string;
  hazard_per_day: number; // per person, at as_of
  known: boolean; // false: nothing reported near, which is not "safe"
  site?: { people: number; tiers: [number, number, number, number]; not_assessed: number; held: number };
  destination?: { capacity_total: number | null; capacity_per_day: number | null; services: string[]; planned: number };
};
export type Road = {
  index: number;
  from: string;
  to: string;
  km: number;
  hours: number;
  risk: number; // per person, crossing it once at as_of
  band: "unknown" | "low" | "medium" | "high" | "very-high";
  closed: boolean; // at as_of, by the data
};
export type Vehicle = {
  id: string;
  kind: string;
  depot: string;
  configurations: Capacity[];
  woman_crew: boolean;
  medical_crew: boolean;
  escort: boolean;
};
export type Report = {
  id: string;
  date: string;
  kind: string;
  lat: number;
  lon: number;
  place: string;
  deaths: number | null;
  civilian_deaths: number | null;
  precision: number;
  source: string;
};

// What the officer changed; sent with a plan request, kept in the plan.
export type Changes = {
  closed: { from: string; to: string; at: Instant }[];
  lost: { vehicle: string; at: Instant }[];
  chosen: { places: string[] }[];
  pinned: string[];
  held: { household: string; code: string }[];
};

// POST /api/plan  -> 202 { job }      POST /api/replan -> 202 { job } (keeps what has happened; result is a proposal)
export type PlanRequest = { as_of?: Instant | string; mode: Mode; seed?: number; seconds?: number; changes?: Changes };
export type ReplanRequest = { now: Instant; seconds?: number; changes: Changes };
export type JobStarted = { job: number };
// GET /api/jobs/{job}
export type Job = {
  state: "running" | "done" | "failed" | "stopped";
  // what it is doing: "roads" | "rule" | "search" | "bound" | "check"
  phase: string;
  seconds: number;
  limit: number;
  iterations: number;
  served: number; // households on a trip in the best plan so far
  total: number;
  harm: number; // W of the best plan so far
  rule_harm: number; // W of the officer rule
  error?: Problem;
};
// DELETE /api/jobs/{job} stops it and keeps the best plan so far.

// GET /api/plan -> PlanView of the accepted plan, 404 { code: "no-plan" } if there is none yet
// GET /api/proposal -> PlanView with difference; POST /api/proposal/accept; DELETE /api/proposal
// POST /api/plan/undo -> back to the plan before
export type PlanView = {
  plan: Plan;
  report: PlanReport;
  difference?: Difference; // against the accepted plan
  can_undo: boolean;
  boarding: TripBoarding[];
};
export type Plan = {
  operation: string;
  inputs: string;
  as_of: Instant;
  starts: Instant;
  ends: Instant;
  mode: Mode;
  seed: number;
  iterations: number;
  hazard_scale: number;
  changes: Changes;
  trips: Trip[];
  waiting: Waiting[];
  queue: Queued[];
  inversions: Inversion[];
  tiers: TierSummary[];
  total: Measure;
};
export type Trip = { id: number; vehicle: string; configuration: Capacity; stops: Stop[]; legs: Leg[] };
export type Stop = { place: string; arrive: Instant; begin: Instant; depart: Instant; board?: string[]; alight?: string[] };
export type Leg = { stretches: Stretch[]; km: number; risk: number };
export type Stretch = {
  from: string;
  to: string;
  enter: Instant;
  leave: Instant;
  driving: number;
  km: number;
  risk: number;
  roads: number[];
};
export type Waiting = { household: string; people: number; tier: number; site: string; reason: Reason; lifts: Reason[] };
export type Queued = {
  household: string;
  people: number;
  tier: number;
  site: string;
  trip: number | null;
  pickup: Instant | null;
  destination: string | null;
  reasons: Reason[];
};
export type Inversion = { site: string; later: string; trip: number; reason: Reason };
export type Measure = { harm: number; officer: number; bound: number; held: number }; // held: of those held before any search, beside harm
export type TierSummary = {
  tier: number;
  people: number;
  moved: number;
  held: number; // people whom a rule holds before any search
  mean_wait_hours: number;
  last_wait_hours: number;
  measure: Measure;
};
export type PlanReport = {
  checked: boolean; // the independent checker found nothing
  breaches: Finding[];
  headline: Reason[]; // what matters, in words
  disparity: { by: string; group: string; people: number; moved: number; mean_wait_hours: number; ratio: number; review: boolean }[];
  sensitivity: { hazard_scale: number; trips_changed: number; households_changed: number; total: number }[];
  people_in: number;
  people_on_trips: number;
  people_waiting: number;
};
export type Difference = {
  trips_changed: number;
  promises_broken: number; // households of tier 1 that now leave later or not at all
  lines: Reason[]; // one sentence each, to be read over the radio
};

// GET /api/routes?from=Bangui&to=Gore -> Routes
export type Routes = { from: string; to: string; as_of: Instant; chosen: number; cards: RouteCard[]; findings: Finding[] };
export type RouteCard = {
  places: string[]; // named places on the way, ends included
  km: number;
  hours: number; // driving
  arrival_hours: number; // with curfew, breaks and halts, leaving at the start of the plan
  risk: number;
  band: Road["band"];
  halts: string[]; // overnight
  worst: { from: string; to: string; risk: number } | null;
  turn_back: string | null; // last place from which the way back is shorter than the way on
  margin_minutes: number | null; // to the curfew on the day of arrival
  newest_report_days: number | null;
  reports: { id: string; date: string; place: string; kind: string; share: number }[]; // behind the risk
  unknown_share: number; // of the way where nothing is known
};

// GET /api/trips/{id}/people -> TripPeople ; names only for the person who boards people
export type TripPeople = { trip: number; people: Passenger[] };
export type Passenger = {
  person: string;
  household: string;
  name: string;
  age: number | null;
  age_estimated: boolean;
  child: boolean;
  support: string[]; // "wheelchair", "stretcher", "lap", "assistance", "medical_escort", "woman_crew", ...
  pickup: string;
  dropoff: string;
  status: PassengerStatus;
  code?: string; // no-boarding code
  note?: string;
};
export type PassengerStatus = "expected" | "boarded" | "refused" | "no_show" | "arrived" | "hospital" | "missing" | "diverted" | "deceased";
// POST /api/trips/{id}/people/{person} { status, code?, note? } -> TripBoarding ; POST .../undo takes the last entry back
// POST /api/trips/{id}/clearance { at } ; POST /api/trips/{id}/depart { at, acknowledged } ; /arrive { at } ; /close { at }
// Refusals: 409 Problem with code E_CLEARANCE_EXPIRED, E_NOT_ACKNOWLEDGED, E_STILL_EXPECTED, E_NOT_BALANCED, E_WRONG_STATE ...
export type TripState = "planned" | "boarding" | "departed" | "arrived" | "closed";
export type TripBoarding = {
  trip: number;
  state: TripState;
  expected: number;
  boarded: number;
  refused: number;
  no_show: number;
  arrived: number;
  explained: number;
  balanced: boolean; // departed = arrived + explained
  clearance_at: Instant | null;
  departed_at: Instant | null;
  arrived_at: Instant | null;
  can_undo: boolean;
  // what people should look at: family-incomplete, child-no-show
  warnings: Reason[];
  next: { action: "board" | "clear" | "depart" | "arrive" | "close"; possible: boolean; why?: Reason }[];
};
// GET /api/no-boarding -> { code: "NB01", ... }[] ; NB13-NB15 ask for a referral note
export type NoBoardingCode = { code: string; referral: boolean };

// GET /manifest/{trip}?for=driver|escort|receiving|sending&lang=fr : a page to print; &format=csv downloads a table.

// What an outsider reads when something is refused or fails.
export type Problem = { code: string; text: string; remedy: string; args?: Record<string, string> };
