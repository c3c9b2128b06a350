// Written from docs/openapi.json by `UPDATE=1 cargo test -p http --test document`; a test holds it fresh.
/** One press of a button in a record's history. */
export type Act = {
  /** The act. */
  act: ActId;
  /** When the device wrote it, in milliseconds since 1970 turned to an instant. */
  at: Instant;
  /** Who. */
  by: string;
  /** What changed. */
  changes: Changed[];
  form?: FormVersion;
  /** Whether the asker may take it back. */
  may_undo: boolean;
  /** When what it says happened. */
  occurred: Instant;
};
/** The entries written by one press of a button; what is undone is an act. */
export type ActId = string;
/** An organisation. */
export type AgencyId = string;
/** One answer that stands for a field; more than one is a conflict. */
export type Answer = {
  /** Who wrote it. */
  by: string;
  /** Every entry that gave this same answer: to be named in `seen` by who changes it. */
  entries: EntryId[];
  /** The entry it came with. */
  entry: EntryId;
  /** When what it says happened. */
  occurred: Instant;
  silence?: Silence;
  /** The value, unless there is a silence. */
  value?: unknown;
};
/** What was wrong with answers, beside their fields. */
export type AnswersRefused = {
  code: string;
  findings: Findings;
  remedy: string;
  text: string;
};
/** An area of work: `general`, `child_protection`, `gbv`. */
export type Area = string;
/** What a list is narrowed by. */
export type Ask = {
  area?: Area;
  /** What is due soonest first, and after it what isn't due, newest first. */
  by_due?: boolean;
  /** Where the part before ended. */
  cursor?: string;
  kind?: Kind;
  /** Only those that the asker works on. */
  mine?: boolean;
  /** Words of a name, or a display code. */
  q?: string;
  /** Only this state. */
  state?: string;
};
/** `POST /api/me/authenticator/start`: a secret to be scanned or typed into an authenticator; shown once. */
export type Authenticator = {
  /** As text, to be typed. */
  secret: string;
  /** The address as squares, to be scanned. */
  squares: Squares;
  /** An `otpauth` address, for an authenticator on the same device. */
  uri: string;
};
/** A basis other than consent. */
export type Basis = {
  /** Which. */
  basis: string;
  /** Why it holds here. */
  reason: string;
  /** Who agreed. */
  supervisor: UserId;
};
export type Behind = {
  date: string;
  id: string;
  kind: string;
  place: string;
  share: number;
};
/** How long the glass stays broken. */
export type Broken = {
  second_look: Instant;
  until?: Instant;
};
/** Seats, wheelchair bays and stretcher places: what a vehicle offers or a household takes. */
export type Capacity = {
  /** Wheelchair bays. */
  bays: number;
  /** Seats. */
  seats: number;
  /** Stretcher places. */
  stretchers: number;
};
export type CardView = {
  arrival_hours: number | null;
  band: string;
  halts: string[];
  hours: number;
  km: number;
  margin_minutes: number | null;
  newest_report_days: number | null;
  places: string[];
  reports: Behind[];
  risk: number;
  turn_back: string | null;
  unknown_share: number;
  worst: Worst | null;
};
/** The first half of a passkey's use: what the browser is asked, and under which number the answer comes. */
export type Ceremony = {
  /** To be given back with the answer. */
  ceremony: string;
  /** The browser's options, as JSON of WebAuthn. */
  options: unknown;
};
/** What stays of an erased record. */
export type CertificateShown = {
  /** When. */
  at: Instant;
  /** Who asked for it. */
  by: string;
  /** The entry that holds it. */
  entry: EntryId;
  /** How many records it took with it. */
  parts: number;
  /** The code that the record had. */
  record: string;
  /** Why. */
  why: string;
  /** Who agreed. */
  witness: string;
};
/** One field that an act changed. */
export type Changed = {
  /** Whether an answer was taken back. */
  cleared?: boolean;
  /** The entry. */
  entry: EntryId;
  /** The field. */
  field: Field;
  /** Its group. */
  group: Group;
  silence?: Silence;
  /** The value given. */
  value?: unknown;
};
/** What the officer has changed: taken into every plan made after. */
export type Changes = {
  /** Ways the officer chose in place of the program's. */
  chosen?: ChosenWay[];
  /** Roads closed from a moment on. */
  closed?: ClosedRoad[];
  /** Households held back, each with its no-boarding code. */
  held?: HeldHousehold[];
  /** Vehicles out of service from a moment on. */
  lost?: LostVehicle[];
  /** Vehicles held back for a purpose (an escort, a reserve): never used. */
  pinned?: string[];
};
/** One code of a list. */
export type ChoiceShown = {
  /** What is stored. */
  code: string;
  /** What is shown. */
  label: string;
  /** The code that it belongs under. */
  parent?: string;
  /** Whether it can no longer be chosen. */
  retired?: boolean;
};
/** A way chosen by the officer: places in order, ends included. */
export type ChosenWay = {
  /** Places in order. */
  places: string[];
};
/** A road closed by the officer. */
export type ClosedRoad = {
  /** Closed from. */
  at: Instant;
  /** One end. */
  from: string;
  /** Other end. */
  to: string;
};
/** A sheet of recovery codes; shown once. */
export type Codes = {
  /** Ten, each good once. */
  codes: string[];
};
/** Someone to whom a record could be given, or who could agree to what is asked. */
export type Colleague = {
  /** Their agency. */
  agency: AgencyId;
  /** Its name. */
  agency_name: string;
  /** Whether they may agree to what is asked about it. */
  approves: boolean;
  /** Their name. */
  name: string;
  /** Whether they could work on the record, had they got it. */
  takes: boolean;
  /** Names of their teams. */
  teams: string[];
  /** Who. */
  user: UserId;
};
/** `POST /api/records/{id}/commands`. */
export type Command = Order & {
  /** Made by the sender. */
  act: ActId;
};
/** A consent, as far as sharing asks. */
export type ConsentShown = {
  /** Why nothing may be shared on it now; empty if it holds. */
  against: Reason[];
  /** Its display code. */
  code: string;
  /** Its record. */
  id: RecordId;
  purpose?: Purpose;
  /** With whom. */
  recipient?: string;
  /** Which of them. */
  recipient_name?: string;
};
/** Someone made up, in a demonstration. */
export type DemoPerson = {
  /** The name to sign in with. */
  login: string;
  /** Their name. */
  name: string;
  /** Their role, as in content/access/roles.toml. */
  role: string;
};
export type DestinationView = {
  capacity_per_day: number | null;
  capacity_total: number | null;
  planned: number;
  services: string[];
};
/** The difference of two plans. */
export type Difference = {
  /** One sentence each. */
  lines: Reason[];
  /** Households of tier 1 that now leave later or not at all. */
  promises_broken: number;
  /** Trips that differ, are gone or are new. */
  trips_changed: number;
};
/** How one group of people fares beside everyone else. */
export type Disparity = {
  /** What is looked at: `sex`, `age`, `disability`, `need`, `site`, `tier` or `children`. */
  by: string;
  /** The group; keys a catalogue message except for sites. */
  group: string;
  /** Mean hours until pick-up; until the end of the plan for those on no trip. */
  mean_wait_hours: number;
  /** People on a trip. */
  moved: number;
  /** People in it. */
  people: number;
  /** Mean wait beside that of everyone else, at most [`MOST`]; 1 if there is no one else. */
  ratio: number;
  /** Whether people should look at it: a ratio above [`LONGER`] or below [`SHORTER`]. Tiers are meant to differ: there only a more exposed half that waits longer is. */
  review: boolean;
};
/** One entry of a journal. */
export type EntryId = string;
/** A field of a form: `sex`, `birth_date`. */
export type Field = string;
/** One thing found in the data: code, place, what is wrong and what to do about it. `code` is stable and keys the translation `finding-<code>`; `args` fill it; `text` and `remedy` are the English fallback. */
export type Finding = {
  /** Values for the translated text. */
  args?: Record<string, string>;
  /** Stable kebab-case code. */
  code: string;
  /** Column header. */
  column?: string;
  /** File it was found in, as the user named it. */
  file?: string;
  /** What to do, in English. */
  remedy: string;
  /** Line in the file, counting the header as 1. */
  row?: number;
  /** How far it reaches. */
  severity: Severity;
  /** What is wrong, in English. */
  text: string;
};
/** All findings of one reading, in the order they were met. */
export type Findings = Finding[];
/** What someone gets to sign in the first time; shown once, to whoever hands it over. */
export type FirstSheet = {
  /** The code, in place of a password. */
  code: string;
  /** The name to sign in with. */
  login: string;
  /** Their name. */
  name: string;
  /** Until when it is good. */
  until: Instant;
};
/** A form in a list. */
export type FormLine = {
  area?: Area;
  /** Areas of work in which the asker may begin a record with it. */
  areas: Area[];
  /** Whether it begins a record; others are filled in for a step of one. */
  begins: boolean;
  /** Identifier. */
  id: string;
  /** Kind of the records that it writes. */
  kind: Kind;
  /** Whether it is a default of ours or of field practice, to be set locally. */
  set_locally: boolean;
  /** What it is called. */
  title: string;
  /** Version. */
  version: number;
};
/** A form whole. */
export type FormShown = FormLine & {
  /** Its sections. */
  sections: SectionShown[];
};
/** The form and version under which an entry was written, so that a changed form never breaks it. */
export type FormVersion = {
  /** The form's identifier in content. */
  form: string;
  /** The version that the author filled in. */
  version: number;
};
/** What a second look found. */
export type Found = {
  justified: boolean;
  remarks: string;
};
/** What someone answered to one field. */
export type Given = {
  /** The rows of a repeat, each to become a record of its own. */
  rows?: (Record<string, Given>)[];
  /** The answers that the author saw. */
  seen?: EntryId[];
  silence?: Silence;
  /** The value; absent with a silence, or to take an answer back. */
  value?: unknown;
};
/** An emergency. */
export type Glass = {
  area: Area;
  hours: number;
  reason: string;
};
/** A broken glass. */
export type GlassShown = {
  /** What was opened. */
  areas: Area[];
  /** Who broke it: their name. */
  by: string;
  /** When it was broken. */
  from: Instant;
  /** The identifier of its grant. */
  id: string;
  look?: LookGiven;
  /** When another person must have looked at it. */
  look_due: Instant;
  /** Whether whoever asks may look at it: not who broke it. */
  may_look: boolean;
  /** Whether it is open now. */
  open: boolean;
  /** Whether whoever asks broke it, and may end it. */
  own: boolean;
  /** Why, in their words. */
  reason: string;
  /** The role under which. */
  role: string;
  until?: Instant;
};
/** A grant, as an administrator sees it. */
export type GrantShown = {
  /** Whether it was taken in an emergency. */
  broken_glass: boolean;
  /** From when on it counts. */
  from: Instant;
  /** Its identifier. */
  id: string;
  /** The role. */
  role: string;
  second_look_due?: Instant;
  until?: Instant;
};
/** What came of giving a grant. */
export type Granted = {
  /** Whether it waits for another person. */
  proposed: boolean;
};
/** A field group within a record: `identity`, `contact`, `health`. */
export type Group = string;
/** One field group of a record, as the asker may see it. */
export type GroupShown = {
  /** Answers by field, newest first; more than one answer is a conflict to be settled. */
  fields: Record<string, Answer[]>;
  /** The group. */
  group: Group;
  /** Whether the asker may change it. */
  may_write: boolean;
  /** Roles that can see it, for the chip beside each field. */
  seen_by: string[];
};
/** A household held back. */
export type HeldHousehold = {
  /** No-boarding code, `NB01` to `NB20`. */
  code: string;
  /** Its identifier. */
  household: string;
};
/** Whole seconds since 1970-01-01T00:00:00Z; written as RFC 3339 in UTC. */
export type Instant = string;
/** Someone of a lower tier leaves a site before someone of a higher tier. */
export type Inversion = {
  /** The household of the higher tier that leaves later or not at all. */
  later: string;
  /** Why it could not be on that trip. */
  reason: Reason;
  /** The site. */
  site: string;
  /** The trip that took others of lower tiers first. */
  trip: number;
};
/** A question or a section within a section. */
export type ItemShown = QuestionShown | SectionShown;
/** A job that was started. */
export type JobStarted = {
  job: number;
};
/** `GET /api/jobs/{job}`. */
export type JobView = {
  error?: Problem;
  harm: number;
  iterations: number;
  limit: number;
  phase: string;
  rule_harm: number;
  seconds: number;
  served: number;
  state: string;
  total: number;
};
/** A kind of record: `person`, `household`, `case`. */
export type Kind = string;
/** The way between two stops. */
export type Leg = {
  /** Kilometres. */
  km: number;
  /** Risk per person on board: roads and halts. */
  risk: number;
  /** Stretches in order; none when both stops are at one place. */
  stretches: Stretch[];
};
/** A person who may be the one being registered. */
export type Likeness = {
  /** The person. */
  line: Line;
  /** Why. */
  reasons: Reason[];
};
/** One line of a list. */
export type Line = {
  /** Its area of work. */
  area: Area;
  /** When it last changed. */
  changed: Instant;
  /** The display code, without meaning, to be read out or written on paper. */
  code: string;
  /** Whether two answers stand in one of its fields that are shown here. */
  conflict: boolean;
  due?: Instant;
  /** The record. */
  id: RecordId;
  /** Its kind. */
  kind: Kind;
  merged_into?: RecordId;
  /** Level of risk. */
  risk?: string;
  /** State in its procedure. */
  state?: string;
  /** A name to show, if the asker may see one. */
  title?: string;
};
/** A part of a list. */
export type Lines = {
  /** The lines. */
  lines: Line[];
  /** Where the next part begins, if there is one. */
  next?: string;
};
/** What a second look found. */
export type LookGiven = {
  /** When. */
  at: Instant;
  /** Who looked: their name. */
  by: string;
  /** Whether the need was there. */
  justified: boolean;
  /** In their words. */
  remarks: string;
};
/** A vehicle lost. */
export type LostVehicle = {
  /** Lost from; a trip under way at that time is finished. */
  at: Instant;
  /** Its identifier. */
  vehicle: string;
};
/** A plan with its report. */
export type Made = {
  /** The plan. */
  plan: Plan;
  /** What goes with it. */
  report: PlanReport;
};
/** What is true of a person now. */
export type Mark = {
  at?: Instant;
  code?: string;
  note?: string;
  status: PassengerStatus;
};
/** `GET /api/me`: how one can sign in. */
export type Means = {
  /** Whether there is a password with an authenticator. */
  authenticator: boolean;
  /** Recovery codes that are left. */
  codes: number;
  /** The address at which passkeys work; absent where the server's address can't have any. */
  origin?: string;
  /** Passkeys, oldest first. */
  passkeys: PasskeyShown[];
};
/** What a plan costs: harm, waiting and the proven bound. */
export type Measure = {
  /** No plan can be below this. */
  bound: number;
  /** Harm: expected incidents x severity, summed over people. */
  harm: number;
  /** Harm until the end of those whom a rule holds before any search (consent, fitness, no road, ...): beside `harm`, in none of the others. */
  held?: number;
  /** The same under the officer rule. */
  officer: number;
};
/** What is minimised. */
export type Mode = 'tiers' | 'harm' | 'officer';
/** `POST /api/users/{id}/grants`. */
export type NewGrant = {
  /** Only these areas of work; all of the role's if empty. */
  areas?: Area[];
  /** The role. */
  role: string;
  until?: Instant;
};
/** A password, and the first code of the authenticator that goes with it. */
export type NewPassword = {
  code: string;
  password: string;
};
/** `POST /api/users`. */
export type NewUser = {
  /** The name to sign in with. */
  login: string;
  /** Their name. */
  name: string;
};
/** A step that may come next. */
export type Next = {
  /** `board`, `clear`, `depart`, `arrive` or `close`. */
  action: string;
  /** Whether it may be done now; age of the clearance and the receiving side are asked for when it is done. */
  possible: boolean;
  why?: Reason;
};
/** A reason not to board, from the code list of the field. */
export type NoBoardingCode = {
  /** `NB01` to `NB20`. */
  code: string;
  /** The person is never refused and left: a referral must be noted. */
  referral?: boolean;
};
/** Something that its reader must know and say that they understood. */
export type NoticeShown = {
  /** When it happened. */
  at: Instant;
  /** What it says: `sign-in-reset`, `passkey-added`, `passkey-removed`, `password-set`, `password-removed`, `codes-renewed`. */
  code: string;
  /** Its identifier. */
  id: string;
};
/** An answer, and how far reading the operation's list of people in has come while it runs. */
export type Now_OperationView = {
  as_of: Instant;
  ends: Instant;
  findings: Findings;
  first_day: string;
  generated: boolean;
  households: number;
  last_day: string;
  name: string;
  no_drive: SpanView[];
  people: number;
  places: PlaceView[];
  protocol: Record<string, string>;
  reports: ReportView[];
  roads: RoadView[];
  starts: Instant;
  timezone: string;
  vehicles: VehicleView[];
} & {
  reading_in?: ReadIn;
};
/** An answer, and how far reading the operation's list of people in has come while it runs. */
export type Now_Welcome = {
  /** People of a demonstration, to sign in as with one press; empty in a real office. */
  demo: DemoPerson[];
  /** The office's own name. */
  office: string;
  /** The address at which passkeys work; absent where there are none. */
  passkeys?: string;
  /** Whether it has its first administrator. */
  set_up: boolean;
} & {
  reading_in?: ReadIn;
};
/** An offer that waits. */
export type OfferShown = {
  /** The agency of whoever offers it. */
  agency: string;
  /** When. */
  at: Instant;
  /** Who offers it. */
  by: string;
  /** Whether the asker made it. */
  by_you: boolean;
  /** What is offered: as much as a list shows, without a name. */
  line: Line;
  /** To whom. */
  to: string[];
  /** Why. */
  why: string;
  /** Whether it is for the asker to accept. */
  yours: boolean;
};
/** `GET /api/operation`. */
export type OperationView = {
  as_of: Instant;
  ends: Instant;
  findings: Findings;
  first_day: string;
  generated: boolean;
  households: number;
  last_day: string;
  name: string;
  no_drive: SpanView[];
  people: number;
  places: PlaceView[];
  protocol: Record<string, string>;
  reports: ReportView[];
  roads: RoadView[];
  starts: Instant;
  timezone: string;
  vehicles: VehicleView[];
};
/** What is decided about a record. On the wire: `command` and, where it needs any, `args`. */
export type Order = {
  /** Takes a step of its procedure. */
  args: {
  /** The reason, where the step needs one. */
  reason?: string;
  /** The step. */
  step: string;
};
  command: 'take';
} | {
  command: 'agree';
} | {
  /** Turns the step that waits down. */
  args: {
  /** Why. */
  why: string;
};
  command: 'turn_down';
} | {
  /** Sends a referral by a step that discloses. */
  args: {
  /** What is shared, with whom, on what basis. */
  share: Share;
  /** The step. */
  step: string;
};
  command: 'send';
} | {
  /** Records that something was shared by another way: on paper, by telephone. */
  args: {
  /** What, with whom, on what basis. */
  share: Share;
};
  command: 'disclose';
} | {
  /** Offers the record to people, one of whom takes it over by accepting. */
  args: {
  share?: Share;
  /** To whom; all of one agency. */
  to: UserId[];
  /** Why. */
  why: string;
};
  command: 'offer';
} | {
  command: 'accept';
} | {
  /** Turns an offer down, or takes back one's own. */
  args: {
  /** Why. */
  why: string;
};
  command: 'decline';
} | {
  /** Gives the record to colleagues at once. */
  args: {
  /** To whom. */
  to: UserId[];
  /** Why. */
  why: string;
};
  command: 'assign';
} | {
  command: 'withdraw';
} | {
  /** Says that another record is of the same person; this one stays. */
  args: {
  /** The other. */
  record: RecordId;
  /** What convinced the asker. */
  why: string;
};
  command: 'merge';
} | {
  /** Takes a merge back. */
  args: {
  /** The record that was merged into this one. */
  record: RecordId;
  /** Why. */
  why: string;
};
  command: 'unmerge';
} | {
  /** Keeps that another record is of another person. */
  args: {
  /** The other. */
  record: RecordId;
};
  command: 'differ';
} | {
  /** Asks that the record be erased. */
  args: {
  /** Why. */
  why: string;
};
  command: 'ask_erase';
} | {
  command: 'agree_erase';
} | {
  /** Turns the erasure that waits down. */
  args: {
  /** Why. */
  why: string;
};
  command: 'keep';
};
/** Two people who may be one, and why. */
export type Pair = {
  /** The one. */
  one: Line;
  /** The other. */
  other: Line;
  /** Why; the strongest first. */
  reasons: Reason[];
};
/** Pairs of people who may be one, among some. */
export type Pairs = {
  /** Among how many people, newest first, was looked. */
  looked_at: number;
  /** Where to look on. */
  next?: string;
  /** The pairs, the likeliest of each person first. */
  pairs: Pair[];
};
/** A person on the list, for whoever boards people. */
export type Passenger = {
  /** Age in years. */
  age: number | null;
  /** Whether it is an estimate. */
  age_estimated: boolean;
  /** Under 18. */
  child: boolean;
  /** No-boarding code. */
  code?: string;
  /** Gets off at. */
  dropoff: string;
  /** Household. */
  household: string;
  /** Name as said. */
  name: string;
  /** Note. */
  note?: string;
  /** Person. */
  person: string;
  /** Gets on at. */
  pickup: string;
  /** Status. */
  status: PassengerStatus;
  /** What the person needs on the way. */
  support: string[];
};
/** Where a passenger stands. */
export type PassengerStatus = 'expected' | 'boarded' | 'refused' | 'no_show' | 'arrived' | 'hospital' | 'missing' | 'diverted' | 'deceased';
/** The second half: what the browser answered. */
export type PasskeyAnswer = {
  /** The number of the first half. */
  ceremony: string;
  /** What the browser gave, as JSON of WebAuthn. */
  credential: unknown;
  /** For a new passkey: what its holder calls it. */
  name?: string;
};
/** A passkey, as its holder sees it. */
export type PasskeyShown = {
  /** When it was added. */
  created: Instant;
  /** Its identifier. */
  id: string;
  /** What its holder calls it. */
  name: string;
  used?: Instant;
};
export type PlaceView = {
  country: string;
  destination?: DestinationView;
  hazard_per_day: number;
  kind: string;
  known: boolean;
  lat: number;
  lon: number;
  name: string;
  site?: SiteView;
};
/** Who leaves when, on what, by which way; who waits and why. */
export type Plan = {
  /** Reports after this were not known. */
  as_of: Instant;
  /** Changes the plan was made under. */
  changes?: Changes;
  /** Waiting is counted until here. */
  ends: Instant;
  /** When this plan was made: what happened before stays; waiting is measured from here. */
  from: Instant;
  /** Factor on all hazards (1 for the plan itself). */
  hazard_scale: number;
  /** Fingerprint of the inputs that the planner read. */
  inputs: string;
  /** Where someone of a lower tier leaves a site before someone of a higher one, and why. */
  inversions: Inversion[];
  /** Rounds of the search. */
  iterations: number;
  /** What was minimised. */
  mode: Mode;
  /** Name of the operation. */
  operation: string;
  /** Every household in the order of the queue, with its place in words. */
  queue: Queued[];
  /** Seed of the search and of the lots drawn among equals. */
  seed: number;
  /** Start of the operation. */
  starts: Instant;
  /** Per tier, 1 to 4. */
  tiers: TierSummary[];
  /** Total W: harm times tier weight. */
  total: Measure;
  /** Trips in order of departure. */
  trips: Trip[];
  /** Households on no trip, in the order of the queue. */
  waiting: Waiting[];
};
/** The report of one plan. */
export type PlanReport = {
  /** What it found. */
  breaches: Findings;
  /** The independent checker found no rule broken; what it only wants looked at is in `breaches` all the same. */
  checked: boolean;
  /** Who waits, by group; information, never a quota. */
  disparity: Disparity[];
  /** What matters, in words. */
  headline: Reason[];
  /** People in the operation. */
  people_in: number;
  /** People on a trip. */
  people_on_trips: number;
  /** People waiting with a reason. */
  people_waiting: number;
  /** The plan at half and double hazard; empty until it is worked out. */
  sensitivity: Shift[];
};
/** What the page asks for. */
export type PlanRequest = {
  /** Day of knowledge; that of the desk if absent. */
  as_of?: string;
  /** What the officer changed. */
  changes?: Changes;
  /** What is minimised. */
  mode: Mode;
  /** Time to search. */
  seconds?: number;
  /** Seed; the operation's if absent. */
  seed?: number;
};
/** `GET /api/plan`. */
export type PlanView = Made & {
  boarding: TripBoarding[];
  can_undo: boolean;
  difference?: Difference;
};
/** A refusal or failure: a stable code, what is wrong and what to do. */
export type Problem = {
  /** Values for the translated text. */
  args?: Record<string, string>;
  /** Stable code. */
  code: string;
  /** What to do. */
  remedy: string;
  /** What is wrong. */
  text: string;
};
/** A fresh proof of who asks. */
export type Proof = {
  code?: string;
  passkey?: PasskeyAnswer;
  password?: string;
};
/** A grant that another person must approve. */
export type ProposalShown = {
  /** Only these areas of work; all of the role's if empty. */
  areas: Area[];
  /** Who proposed it: their name; empty for the command line. */
  by: string;
  /** When it is no longer waited for. */
  expires: Instant;
  /** Its identifier. */
  id: string;
  /** Whether whoever asks may approve it: not who proposed it, and not who will hold it. */
  may_approve: boolean;
  /** Whether whoever asks proposed it and may take it back. */
  own: boolean;
  /** The role. */
  role: string;
  /** Who will hold it: their name. */
  to: string;
  until?: Instant;
};
/** What something is read or shared for: `case_management`, `tracing`. */
export type Purpose = string;
/** A question. */
export type QuestionShown = {
  calculation?: string;
  choices?: ChoiceShown[];
  constraint?: string;
  constraint_message?: string;
  group: Group;
  hint?: string;
  kinds?: Kind[];
  label: string;
  may_be_refused: boolean;
  may_be_unknown: boolean;
  name: Field;
  relevance?: string;
  required: unknown;
  sensitivity: Sensitivity;
  type: string;
  under?: Field;
};
/** A household's place in the queue. */
export type Queued = {
  /** Where it is brought, if it is. */
  destination: string | null;
  /** Household. */
  household: string;
  /** Its members. */
  people: number;
  pickup: Instant | null;
  /** Why it stands where it stands. */
  reasons: Reason[];
  /** Where it is. */
  site: string;
  /** Its tier. */
  tier: number;
  /** Trip it is on, if any. */
  trip: number | null;
};
/** How far reading a list in has come. */
export type ReadIn = {
  /** Records made. */
  done: number;
  /** Records to be made. */
  of: number;
};
/** A reason: a stable code keying the catalogue message `reason-<code>`, and the values that fill it. */
export type Reason = {
  /** Values for the message. */
  args?: Record<string, string>;
  /** Stable kebab-case code. */
  code: string;
};
/** Something that was shared about someone. */
export type Received = {
  /** When. */
  at: Instant;
  /** Another basis. */
  basis?: string;
  /** By whom. */
  by: string;
  /** The record that carried it. */
  carrier: Line;
  consent?: RecordId;
  /** Which field groups. */
  groups: Group[];
  /** For what. */
  purpose: Purpose;
  /** Why it held. */
  reason?: string;
  /** With whom. */
  recipient: string;
  /** Which of them. */
  recipient_name?: string;
};
/** A record: a person, household, case, movement, note and so on. */
export type RecordId = string;
/** A record, as the asker may see it. */
export type RecordShown = Line & {
  /** Records that were found to be the same as this one. */
  absorbed?: Line[];
  /** Of a consent: what it allowed to be shared. */
  carried?: Line[];
  /** Consents of the person whom it is about. */
  consents?: ConsentShown[];
  erasure?: WishShown;
  form?: FormVersion;
  /** Groups the asker may see. */
  groups: GroupShown[];
  /** What else the asker may decide about it: `offer`, `assign`, `decline`, `share`, `merge`, `erase`, `agree_erase`, `withdraw`. */
  may: string[];
  offer?: OfferShown;
  parent?: Line;
  /** Records that belong to it: members, notes, cases. */
  parts: Line[];
  recall_until?: Instant;
  /** Steps of its procedure. */
  steps: StepShown[];
};
/** How many rows a repeat takes, and of which kind. */
export type RepeatShown = {
  /** Rows that there must be. */
  at_least: number;
  /** Rows that there may be. */
  at_most: number;
  /** Each row is a record of this kind. */
  kind: Kind;
};
/** `POST /api/replan`. */
export type ReplanRequest = {
  changes: Changes;
  now: Instant;
  seconds?: number;
};
export type ReportView = {
  civilian_deaths: number | null;
  date: string;
  deaths: number | null;
  id: string;
  kind: string;
  lat: number;
  lon: number;
  place: string;
  precision: number;
  source: string;
};
export type RoadView = {
  band: string;
  closed: boolean;
  from: string;
  hours: number;
  index: number;
  km: number;
  risk: number;
  to: string;
};
/** Cards between two places. */
export type Routes = {
  as_of: Instant;
  cards: CardView[];
  chosen: number;
  findings: Findings;
  from: string;
  to: string;
};
/** What became of a new record. */
export type Saved = {
  /** Its display code. */
  code: string;
  /** What was noticed: answers that were left out, calculations that differ. */
  findings: Findings;
  /** The record. */
  record: RecordId;
};
/** A section, or the rows of a repeat. */
export type SectionShown = {
  /** Questions, and sections within. */
  items: ItemShown[];
  /** What it is called. */
  label: string;
  /** Its name. */
  name: Field;
  /** Shown only when this rule says yes. */
  relevance?: string;
  repeat?: RepeatShown;
};
/** One line of "who has seen or received what about me", and of the audit. */
export type Seen = {
  /** What was done. */
  action: string;
  /** When. */
  at: Instant;
  /** Who; the program itself if empty. */
  by: string;
  /** In which compartments, as far as the asker may see them. */
  groups: string[];
  /** Its number in the chain. */
  n: number;
  purpose?: Purpose;
  record?: RecordId;
};
/** What harm disclosure could do (OCHA and IASC data responsibility: low or no, moderate, high, severe). */
export type Sensitivity = 'low' | 'moderate' | 'high' | 'severe';
/** How far a finding reaches. */
export type Severity = 'note' | 'warning' | 'error';
/** What someone wants to share. */
export type Share = {
  basis?: Basis;
  /** Which field groups. */
  groups: Group[];
  /** For what, as consents name it. */
  purpose: Purpose;
  /** With whom, as consents name it. */
  recipient: string;
  /** Which of them. */
  recipient_name?: string;
};
/** How a plan shifts when all hazards are a factor of what is assumed. */
export type Shift = {
  /** The factor. */
  hazard_scale: number;
  /** Households on another trip or at another time (by more than an hour), or on none. */
  households_changed: number;
  /** W at that factor. */
  total: number;
  /** Trips whose households or vehicle differ. */
  trips_changed: number;
};
/** `POST /api/session`. */
export type SignIn = {
  /** Six digits of an authenticator, or a recovery code. */
  code?: string;
  /** The name to sign in with. */
  login: string;
  /** The password; absent for a person of a demonstration. */
  password?: string;
};
/** `GET /api/session`: who is signed in. */
export type SignedIn = {
  /** Their agency. */
  agency: AgencyId;
  /** Their agency's name. */
  agency_name: string;
  /** Whether this is a demonstration. */
  demo: boolean;
  /** When the session ends if nothing is done. */
  ends: Instant;
  /** Whether they must make a full means of signing in their own before anything else. */
  limited: boolean;
  /** The name to sign in with. */
  login: string;
  /** Their name. */
  name: string;
  /** What they must be told, oldest first. */
  notices: NoticeShown[];
  /** Pages that there is something to see on, in order: `people`, `cases`, `movements`, `audit`, `decide`, `users`. */
  pages: string[];
  /** Their roles now. */
  roles: string[];
  stepped_up_until?: Instant;
  /** How many grants wait for their yes and how many broken glasses for their look. */
  to_decide: number;
  /** Who. */
  user: UserId;
};
/** Why a field that was asked has no answer; a field that was not asked is absent. */
export type Silence = 'unknown' | 'refused';
export type SiteView = {
  held: number;
  not_assessed: number;
  people: number;
  tiers: number[];
};
/** A registration so far. */
export type SoFar = {
  answers: Record<string, Given>;
};
export type SpanView = {
  from: Instant;
  to: Instant;
};
/** A QR code as a drawing. */
export type Squares = {
  /** The dark ones, as the path of an SVG with one unit per square. */
  path: string;
  /** Squares on each side, without the margin of four. */
  side: number;
};
/** When a step was taken. */
export type Step = {
  acknowledged?: boolean;
  at: Instant;
};
/** A step that a record may be led to. */
export type StepShown = {
  /** Whether it can be taken now. */
  allowed: boolean;
  /** Whether it was asked for and waits. */
  asked: boolean;
  /** The command that takes it. */
  command: string;
  due?: Instant;
  /** The form that must be complete for it. */
  form?: string;
  /** What it is called, as something to do. */
  label: string;
  /** Whether another person must agree before it counts. */
  needs_approval: boolean;
  /** Reasons, one of which must be given; those with which it can be taken now. */
  reasons?: ChoiceShown[];
  /** What content says about that. */
  says?: string[];
  /** Whether it sends something to others: it is taken by the command `send`. */
  shares: boolean;
  /** What stands against it, as codes with values. */
  why_not: Reason[];
};
/** A stop: who gets on and off. Alighting comes before boarding. */
export type Stop = {
  /** Households that get off. */
  alight?: string[];
  /** Arrival. */
  arrive: Instant;
  /** Alighting or boarding begins: everyone is ready, the gate is open. */
  begin: Instant;
  /** Households that get on. */
  board?: string[];
  /** Departure, after alighting and boarding (for the last stop: when everyone is off). */
  depart: Instant;
  /** Place. */
  place: string;
};
/** A stretch of a leg, driven without halting but for breaks. */
export type Stretch = {
  /** Seconds of driving in it. */
  driving: number;
  /** Drives off. */
  enter: Instant;
  /** Place (or junction) at its beginning. */
  from: string;
  /** Kilometres. */
  km: number;
  /** Arrives; includes a break if one is due on it. */
  leave: Instant;
  /** Risk per person of crossing it. */
  risk: number;
  /** Links of the network it is made of. */
  roads: number[];
  /** Place (or junction) at its end. */
  to: string;
};
/** A form that someone filled in: for a new record, or for one that exists. */
export type Submission = {
  /** Made by the sender: the same act sent twice is one. */
  act: ActId;
  /** The answers, by field. */
  answers: Record<string, Given>;
  area?: Area;
  /** The form. */
  form: string;
  occurred?: Instant;
  parent?: RecordId;
  /** Possible duplicates that the author was shown and said to be others; nobody is asked about them again. */
  passed_over?: RecordId[];
  /** Made by the sender for a new record. */
  record: RecordId;
  /** Its version. */
  version: number;
};
/** How one tier fares. */
export type TierSummary = {
  /** People whom a rule holds before any search. */
  held?: number;
  /** Hours until the last of them is picked up. */
  last_wait_hours: number;
  /** Mean hours until pick-up of those on a trip. */
  mean_wait_hours: number;
  /** Harm, officer rule, bound. */
  measure: Measure;
  /** People on a trip. */
  moved: number;
  /** People in it. */
  people: number;
  /** 1 to 4. */
  tier: number;
};
/** One trip: a vehicle, its stops and the legs between them. */
export type Trip = {
  /** How its room is arranged. */
  configuration: Capacity;
  /** Number, from 1, by departure. */
  id: number;
  /** Legs between the stops: one less than stops. */
  legs: Leg[];
  /** Stops in order; the first is where the vehicle stands. */
  stops: Stop[];
  /** Vehicle. */
  vehicle: string;
};
/** Where a trip stands. */
export type TripBoarding = {
  /** People who arrived. */
  arrived: number;
  arrived_at: Instant | null;
  /** Departed = arrived + explained. */
  balanced: boolean;
  /** People who got on, whatever came after. */
  boarded: number;
  /** Whether the last entry can be taken back. */
  can_undo: boolean;
  clearance_at: Instant | null;
  departed_at: Instant | null;
  /** People on the list. */
  expected: number;
  /** People who got on and did not arrive, each with a note. */
  explained: number;
  /** What may come next. */
  next: Next[];
  /** People who did not come. */
  no_show: number;
  /** People refused. */
  refused: number;
  /** State. */
  state: TripState;
  /** Number of the trip. */
  trip: number;
  /** What people should look at: `family-incomplete` where some of a household board and others do not, `child-no-show` where a child did not come. */
  warnings: Reason[];
};
/** `GET /api/trips/{trip}/people`. */
export type TripPeople = {
  people: Passenger[];
  trip: number;
};
/** Where a trip stands. */
export type TripState = 'planned' | 'boarding' | 'departed' | 'arrived' | 'closed';
/** What became of taking an act back. */
export type Undone = {
  /** What could not be taken back. */
  findings: Findings;
  /** Whether anything was restored. */
  undone: boolean;
};
/** A person who works with Amana. */
export type UserId = string;
/** Someone who works here, as an administrator sees them. */
export type UserShown = {
  ended?: Instant;
  /** What they were granted, live or not. */
  grants: GrantShown[];
  /** Who. */
  id: UserId;
  /** The name to sign in with. */
  login: string;
  /** Their name. */
  name: string;
};
export type VehicleView = {
  configurations: Capacity[];
  depot: string;
  escort: boolean;
  id: string;
  kind: string;
  medical_crew: boolean;
  woman_crew: boolean;
};
/** What checking the chain of the audit found. */
export type Verified = {
  /** What is wrong with it. */
  findings: Findings;
  /** How many links it has. */
  links: number;
  /** Whether it is whole and unchanged. */
  ok: boolean;
};
/** A household on no trip. */
export type Waiting = {
  /** Household. */
  household: string;
  /** What would lift it. */
  lifts: Reason[];
  /** Its members. */
  people: number;
  /** The rule that blocks it. */
  reason: Reason;
  /** Where it waits. */
  site: string;
  /** Its tier. */
  tier: number;
};
/** `GET /api/welcome`: what anyone may know before signing in. */
export type Welcome = {
  /** People of a demonstration, to sign in as with one press; empty in a real office. */
  demo: DemoPerson[];
  /** The office's own name. */
  office: string;
  /** The address at which passkeys work; absent where there are none. */
  passkeys?: string;
  /** Whether it has its first administrator. */
  set_up: boolean;
};
/** An erasure that waits for a second person. */
export type WishShown = {
  /** When. */
  at: Instant;
  /** Who asks. */
  by: string;
  /** Whether it is the asker. */
  by_you: boolean;
  /** Why. */
  why: string;
};
export type Worst = {
  from: string;
  risk: number;
  to: string;
};

/** What each route takes and answers. */
export type Api = {
  'POST /api/acts/{act}/undo': { asked: { path: { act: ActId } }; answer: Undone };
  'GET /api/audit': { asked: { query?: { before?: number } }; answer: Seen[] };
  'GET /api/audit/certificates': { asked: Record<never, never>; answer: CertificateShown[] };
  'GET /api/audit/verify': { asked: Record<never, never>; answer: Verified };
  'POST /api/break-glass': { asked: { body: Glass }; answer: Broken };
  'GET /api/forms': { asked: { query?: { lang?: string; version?: number } }; answer: FormLine[] };
  'GET /api/forms/{form}': { asked: { path: { form: string }; query?: { lang?: string; version?: number } }; answer: FormShown };
  'GET /api/glass': { asked: Record<never, never>; answer: GlassShown[] };
  'DELETE /api/glass/{id}': { asked: { path: { id: string } }; answer: null };
  'POST /api/glass/{id}/look': { asked: { path: { id: string }; body: Found }; answer: null };
  'DELETE /api/grants/{id}': { asked: { path: { id: string } }; answer: null };
  'DELETE /api/jobs/{job}': { asked: { path: { job: number } }; answer: null };
  'GET /api/jobs/{job}': { asked: { path: { job: number } }; answer: JobView };
  'GET /api/me': { asked: Record<never, never>; answer: Means };
  'DELETE /api/me/authenticator': { asked: Record<never, never>; answer: null };
  'POST /api/me/authenticator/finish': { asked: { body: NewPassword }; answer: Codes };
  'POST /api/me/authenticator/start': { asked: Record<never, never>; answer: Authenticator };
  'POST /api/me/codes': { asked: Record<never, never>; answer: Codes };
  'DELETE /api/me/notices/{id}': { asked: { path: { id: string } }; answer: null };
  'DELETE /api/me/sessions': { asked: Record<never, never>; answer: null };
  'GET /api/no-boarding': { asked: Record<never, never>; answer: NoBoardingCode[] };
  'GET /api/offers': { asked: Record<never, never>; answer: OfferShown[] };
  'GET /api/openapi.json': { asked: Record<never, never>; answer: unknown };
  'GET /api/operation': { asked: { query?: { as_of?: string } }; answer: Now_OperationView };
  'POST /api/passkeys/enrol/finish': { asked: { body: PasskeyAnswer }; answer: null };
  'POST /api/passkeys/enrol/start': { asked: Record<never, never>; answer: Ceremony };
  'DELETE /api/passkeys/{id}': { asked: { path: { id: string } }; answer: null };
  'POST /api/people/like': { asked: { body: SoFar }; answer: Likeness[] };
  'GET /api/people/pairs': { asked: { query?: { cursor?: string } }; answer: Pairs };
  'GET /api/plan': { asked: Record<never, never>; answer: PlanView };
  'POST /api/plan': { asked: { body: PlanRequest }; answer: JobStarted };
  'POST /api/plan/undo': { asked: Record<never, never>; answer: PlanView };
  'DELETE /api/proposal': { asked: Record<never, never>; answer: null };
  'GET /api/proposal': { asked: Record<never, never>; answer: PlanView };
  'POST /api/proposal/accept': { asked: Record<never, never>; answer: PlanView };
  'GET /api/proposals': { asked: Record<never, never>; answer: ProposalShown[] };
  'DELETE /api/proposals/{id}': { asked: { path: { id: string } }; answer: null };
  'POST /api/proposals/{id}': { asked: { path: { id: string } }; answer: null };
  'POST /api/records': { asked: { body: Submission }; answer: Saved };
  'POST /api/records/search': { asked: { body: Ask }; answer: Lines };
  'GET /api/records/{id}': { asked: { path: { id: RecordId }; query?: { lang?: string; version?: number } }; answer: RecordShown };
  'GET /api/records/{id}/colleagues': { asked: { path: { id: RecordId } }; answer: Colleague[] };
  'POST /api/records/{id}/commands': { asked: { path: { id: RecordId }; query?: { lang?: string; version?: number }; body: Command }; answer: RecordShown | null };
  'POST /api/records/{id}/entries': { asked: { path: { id: RecordId }; query?: { lang?: string; version?: number }; body: Submission }; answer: RecordShown };
  'GET /api/records/{id}/history': { asked: { path: { id: RecordId } }; answer: Act[] };
  'GET /api/records/{id}/like': { asked: { path: { id: RecordId } }; answer: Likeness[] };
  'GET /api/records/{id}/received': { asked: { path: { id: RecordId } }; answer: Received[] };
  'GET /api/records/{id}/seen': { asked: { path: { id: RecordId } }; answer: Seen[] };
  'POST /api/replan': { asked: { body: ReplanRequest }; answer: JobStarted };
  'GET /api/routes': { asked: { query?: { from: string; to: string; as_of?: string } }; answer: Routes };
  'DELETE /api/session': { asked: Record<never, never>; answer: null };
  'GET /api/session': { asked: Record<never, never>; answer: SignedIn };
  'POST /api/session': { asked: { body: SignIn }; answer: SignedIn };
  'POST /api/session/passkey/finish': { asked: { body: PasskeyAnswer }; answer: SignedIn };
  'POST /api/session/passkey/start': { asked: Record<never, never>; answer: Ceremony };
  'POST /api/session/step-up': { asked: { body: Proof }; answer: SignedIn };
  'GET /api/trips/{trip}/people': { asked: { path: { trip: number } }; answer: TripPeople };
  'POST /api/trips/{trip}/people/{person}': { asked: { path: { trip: number; person: string }; body: Mark }; answer: TripBoarding };
  'POST /api/trips/{trip}/undo': { asked: { path: { trip: number } }; answer: TripBoarding };
  'POST /api/trips/{trip}/{step}': { asked: { path: { trip: number; step: string }; body: Step }; answer: TripBoarding };
  'GET /api/users': { asked: Record<never, never>; answer: UserShown[] };
  'POST /api/users': { asked: { body: NewUser }; answer: FirstSheet };
  'DELETE /api/users/{id}': { asked: { path: { id: UserId } }; answer: null };
  'POST /api/users/{id}/grants': { asked: { path: { id: UserId }; body: NewGrant }; answer: Granted };
  'POST /api/users/{id}/open': { asked: { path: { id: UserId } }; answer: null };
  'POST /api/users/{id}/reset': { asked: { path: { id: UserId } }; answer: FirstSheet };
  'DELETE /api/users/{id}/sessions': { asked: { path: { id: UserId } }; answer: null };
  'GET /api/welcome': { asked: Record<never, never>; answer: Now_Welcome };
};
