# Sign-in, the shell, people, records and cases.

demo-word = Demonstration
demo-says = Everyone here is made up. Never enter a real person.
sign-in = Sign in
sign-in-purpose = Protecting people in a crisis
sign-out = Sign out
lock = Lock
pages = Pages
page-people = People
page-cases = Cases
page-audit = Audit
page-users = Users
page-not-loaded = This page could not be loaded. Check the network, then open it again.
no-page-title = Nothing to see here
no-page-hint = Your role does not use this page. Ask whoever gives grants in your office.
demo-choose = Sign in as
demo-last = last time
ended-expired = Your session has ended
ended-locked = The screen is locked
ended-left = You are signed out
ended-comes-back = Sign in again: what was open comes back.
not-set-up = This office has no administrator yet
not-set-up-hint = On the machine that serves it, run
login = Name to sign in with
password = Password
with-passkey = Use a passkey
or-password = or with a password
code = Code
code-needed = One more step
code-hint = Six digits from your authenticator, or a recovery code.
proof-title = Confirm that it is you
proof-hint = What comes next needs a fresh proof. It holds for ten minutes.
proof-demo = In a real office this asks for your password and code. Here one press is enough.
proof-give = It is me
problem-wrong-sign-in = The name, password or code is not right.
problem-wrong-sign-in-remedy = Try again. Ask the administrator if you have lost them.
problem-too-many-tries = Too many tries.
problem-too-many-tries-remedy = Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}, then try again.
problem-passkey-left = The passkey was not used.
problem-passkey-left-remedy = Try again, or use the password.
problem-signed-out = You are signed out.
problem-signed-out-remedy = Sign in again.
problem-access-step-up = This needs a fresh proof of who you are.
problem-access-step-up-remedy = Confirm that it is you.
problem-access-no-grant = Nothing you have been granted permits this.
problem-access-no-grant-remedy = Ask whoever gives grants in your office.
problem-access-break-glass = This is not in your work.
problem-access-break-glass-remedy = Ask for a grant. If someone is in danger now, use emergency access.
problem-access-reason = The reason is too short.
problem-access-reason-remedy = Say who is in danger and why it can’t wait.
problem-access-purpose = This is not permitted for that purpose.
problem-access-purpose-remedy = State a purpose that it is permitted for.
problem-not-found = There is no such record, or it is not yours to see.
problem-not-found-remedy = Check the code.
not-found-title = Not found
not-found-hint = There is no such record, or it is not yours to see.

find-person = Name in any script, or code
lines-found = { $count ->
    [0] Nobody found
    [one] One found
   *[other] { $count } found
}
register-as = Register: { $what }
nobody-found = Nobody found.
nobody-found-hint = Try another spelling or part of the name. If nobody fits, register.
nobody-yet = Nobody is registered yet.
show-more = Show more
changed-on = changed { $day }
overdue-since = overdue since { $at }
due-by = due { $at }
name-hidden = name not yours to see

yes = Yes
no = No
save = Save
edit = Edit
choose = Choose…
needed = needed
why = Why
years = Years
estimated = about (estimated)
age-on = said on
age-said = { $years } years on { $on }
age-said-about = about { $years } years on { $on }
about-date = about { $date }
from-to = { $from } to { $to }
month = Month
precision = How exactly is it known?
precision-day = Day
precision-month = Month
precision-year = Year
precision-between = Between
year-from = from year
year-to = to year
year-example = e.g. 1987
number-hint = 7, or 6-8
latitude = Latitude
longitude = Longitude
pcode = p-code
pcode-parent = p-code of its area
find-record = Name or code
record-chosen = Chosen
choose-other = Choose another
no-files-yet = Files can’t be added from this page.
none-of-these = None of these
no-answer-because = No answer, because
say-unknown = Doesn’t know
say-refused = Prefers not to say
say-not-asked = Not asked
silence-unknown = asked, doesn’t know
silence-refused = asked, prefers not to say
silences-hint = Nobody has to answer. Say why there is no answer, or leave it as “not asked”.
not-known-yet = not known yet
hinders-required = Needs an answer, or why there is none.
hinders-unreadable = This can’t be read as an answer.
hinders-constraint = This answer is not accepted.
hinders-too-few = At least { $count ->
    [one] one
   *[other] { $count }
} needed.
answers-refused = Some answers can’t be kept
row-of = { $what } { $number }
add-row = Add: { $what }
drop-row = Take out
hint-hindered = { $count ->
    [one] One question still needs something.
   *[other] { $count } questions still need something.
}
hint-likenesses = First look at who may already be here: say for each whether it is the same person.
kept-here = { $kind }: kept on this screen until you save, also while it is locked.

like-title = Already here?
like-none = Nobody like this is known so far.
like-count = { $count ->
    [one] One person may be the same.
   *[other] { $count } people may be the same.
}
like-offline = The server can’t be reached: duplicates can’t be looked for now.
same-person = Same person: open
other-person = Someone else
none-is-same = None of them is the same
saved = Saved
code-means = The code has no meaning. Read it out or write it on paper.
open-record = Open
register-another = Register another
back-to-parent = Back to where it belongs

record = Record
record-print-handling = Confidential. For the person who printed it alone. Destroy when no longer needed.
tab-known = What is known
tab-history = History
tab-seen = Who has seen this
merged-title = This record was merged into another
merged-open = Open the other
no-group-seen = Nothing in this record is yours to see.
nothing-written = Nothing is written here.
seen-by-roles = { $count ->
    [one] one role sees this
   *[other] { $count } roles see this
}
taken-back = taken back
two-answers = { $count ->
    [2] Two answers: { $field }
   *[other] { $count } answers: { $field }
}
two-answers-hint = They were written by people who had not seen each other’s. Both are kept until someone chooses.
keep-this = Keep this one
write-third = Write another answer
conflict-not-yours = Someone who may change this has to settle it.
take-back = Take back
undo-kept = Part of it stays, because others have built on it
steps-title = What can happen next
parts-title = What belongs to it
no-parts = Nothing yet.
seen-hint = Who has seen or received what, and what for. The person may ask for this list.
nobody-saw = Nobody yet.
when = When
who = Who
did-what = Did
of-what = Of what
what-for = What for

caseload = { $late ->
    [0] { $count ->
        [0] No case.
        [one] One case, not overdue.
       *[other] { $more ->
            [yes] The first { $count } cases, none overdue.
           *[no] { $count } cases, none overdue.
        }
    }
   *[other] { $more ->
        [yes] The first { $count } cases, { $late } overdue.
       *[no] { $count ->
            [one] One case, overdue.
           *[other] { $count } cases, { $late } overdue.
        }
    }
}
all-states = All states
no-cases = No case is yours.
no-cases-hint = A case is opened from the page of a person.

audit-hint = Each link holds the one before it. Nothing of what was read stands here, only that it was read.
audit-empty = Nothing was done yet.
verify = Verify the chain
chain-holds = The chain holds: { $count ->
    [one] one link
   *[other] { $count } links
}
chain-broken = The chain is broken, or a link is missing ({ $count } looked at)
link-number = Link
show-older = Show older

users-hint = Whoever gives grants sees no case by it.
new-user = New user
full-name = Name
new-grant = New grant
no-grants = No grant: can sign in and see nothing.
end-grant = End now
role = Role
until = Until
until-day = until { $day }
no-end = no end

break-glass = Emergency access…
glass-hint = If someone is in danger now and the record is not in your work: say why. You can read it for some hours. A second person looks at what was done within three days, and your supervisor is told at once.
glass-reason = Who is in danger, and why can’t it wait?
glass-hours = For how long
glass-break = Open
glass-open = Open until { $at }
glass-looked-at = A second person looks at what you do by { $at }.

record-kind-person = person
record-kind-household = family
record-kind-tie = tie
record-kind-case = case
record-kind-assessment = assessment
record-kind-incident = incident
record-kind-inquiry = inquiry
record-kind-service = service
record-kind-referral = referral
record-kind-site = site
record-kind-movement = movement
record-kind-note = note
record-kind-consent = consent
record-kind-name = name
record-kinds-person = People
record-kinds-household = Families
record-kinds-tie = Ties
record-kinds-case = Cases
record-kinds-assessment = Assessments
record-kinds-incident = Incidents
record-kinds-inquiry = Inquiries
record-kinds-service = Services
record-kinds-referral = Referrals
record-kinds-site = Sites
record-kinds-movement = Movements
record-kinds-note = Notes
record-kinds-consent = Consents
record-kinds-name = Names
field-group-card = List
field-group-identity = Identity
field-group-contact = Contact
field-group-location = Where they are
field-group-needs = Needs
field-group-health = Health
field-group-narrative = In their words
field-group-legal = Papers and law
field-group-decision = Decisions
field-group-alleged = Who is said to have done it
field-group-photo = Photo
field-group-consent = Consent
area-general = General protection
area-movement = Movement
area-site = Site
area-legal = Legal help
area-hlp = Housing, land and property
area-tracing = Family tracing
area-child-protection = Child protection
area-mhpss = Mental health and psychosocial support
area-resettlement = Resettlement
area-gbv = Gender-based violence
area-trafficking = Counter-trafficking
area-complaint = Complaints
area-office = The office
risk-level-low = low risk
risk-level-medium = medium risk
risk-level-high = high risk
risk-level-none = no risk
risk-level-critical = critical risk
action-list = listed
action-read = read
action-write = wrote
action-create = created
action-advance = took a step
action-transfer = transferred
action-approve = approved
action-share = shared
action-export = exported
action-merge = merged
action-backup = began a backup
action-backup-done = finished a backup
action-restore = restored a backup
action-erase = erased
action-grant = granted
action-administer = administered
action-break-glass = used emergency access
action-sign-in = signed in
action-undo = took back
purpose-registration = registration
purpose-case-management = case management
purpose-supervision = supervision
purpose-assistance = assistance
purpose-movement = movement
purpose-tracing = family tracing
purpose-resettlement = resettlement
purpose-site-management = running a site
purpose-complaint-handling = handling complaints
purpose-statistics = counts
purpose-data-quality = data quality
purpose-data-protection = data protection
purpose-administration = administration
purpose-audit = audit
purpose-emergency = emergency
role-registration-clerk = Registration clerk
role-cp-caseworker = Child protection caseworker
role-gbv-caseworker = Caseworker for survivors (GBV)
role-ct-caseworker = Counter-trafficking specialist
role-mhpss-provider = Mental health and psychosocial support
role-legal-officer = Legal officer
role-resettlement-officer = Resettlement officer
role-supervisor = Supervisor
role-gbv-supervisor = Supervisor, GBV
role-ct-supervisor = Supervisor, counter-trafficking
role-mhpss-supervisor = Clinical supervisor
role-movement-officer = Movement officer
role-protection-officer = Protection officer
role-site-manager = Site manager
role-tracing-officer = Tracing officer
role-data-officer = Data officer
role-dp-focal = Data protection focal point
role-psea-focal = PSEA focal point
role-admin = Administrator
role-auditor = Auditor
role-does-registration-clerk = Registers people and families at the desk. Sees no case.
role-does-cp-caseworker = Leads the cases of children assigned to them.
role-does-gbv-caseworker = Leads the cases of survivors assigned to them; nobody else knows of them.
role-does-ct-caseworker = Leads counter-trafficking cases; nobody else knows of them.
role-does-supervisor = Sees the team’s cases and gives the second yes.
role-does-movement-officer = Plans evacuations and transports. Sees no case.
role-does-protection-officer = Assesses who is exposed and what people need to travel. Sees no case.
role-does-site-manager = Runs a site. Sees needs, no names and no cases.
role-does-tracing-officer = Looks for missing family members.
role-does-data-officer = Imports, finds duplicates, counts.
role-does-dp-focal = Answers people about their data; looks at emergency access.
role-does-psea-focal = Receives complaints about aid workers; works apart from all else.
role-does-admin = Runs accounts and grants. Reads no record about a person.
role-does-auditor = Reads who did what, and nothing of what was read.
has-conflict = two answers
the-program = the program
waits-for-yes = Waits for a second yes: { $step }
agree = Agree
turn-down = Turn down
needs-second = Counts when a second person has agreed.
fill-in = Fill in: { $form }
the-form = the form
register-new = Not here yet: register
go-on = Go on
record-state-draft = draft
record-state-registered = registered
record-state-identified = identified
record-state-assessed = assessed
record-state-in-service = plan under way
record-state-in-review = under review
record-state-closed = closed
record-state-open = open
record-state-tracing = tracing
record-state-verified = verified
record-state-reunified = reunified
record-state-drafted = drafted
record-state-consented = agreed by the person
record-state-sent = sent
record-state-received = received
record-state-accepted = accepted
record-state-declined = declined
record-state-appointment = appointment made
record-state-attended = attended
record-state-no-show = did not come
record-state-provided = provided
record-state-not-provided = not provided
record-state-recalled = recalled
record-state-active = active
record-state-inactive = inactive
record-state-moved = moved away
record-state-deceased = deceased
record-state-listed = listed
record-state-hidden = not shown
record-state-removed = removed
record-kind-identifier = document
record-kinds-identifier = Documents and numbers
record-kind-member = member
record-kinds-member = Members
record-kind-separation = separated member
record-kinds-separation = Separated members
record-kind-evidence = evidence
record-kinds-evidence = Evidence
action-search = searched
action-read-history = read the history
action-decide = decided
action-sign-out = signed out
action-step-up = proved anew who they are
action-end-grant = ended a grant
find-in-list = Type to find in the list
add-something = Add…
area = Area of work
glass-open-now = Open now
sheet-title = For { $name }
sheet-once = Shown once and kept nowhere: print it or write it down now.
sheet-codes = Recovery codes, each good once:
sheet-handed = It is handed over
print = Print
account-ended = ended { $at }
end-account = Close the account
broken-glass = emergency access
second-look-due = to be looked at by { $at }
action-add-account = added an account
action-end-account = closed an account
action-give-grant = gave a grant
action-set-up = set up the office
action-use-authenticator = used an authenticator
action-use-recovery-code = used a recovery code
action-import = imported
reason-alike-name = a word of “{ $name }” is the same
reason-alike-sound = “{ $name }” sounds alike
action-read-list = read on a list
action-print-list = printed on a list
action-read-in = read in from the operation’s list
