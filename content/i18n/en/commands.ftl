# Handing over, sharing, merging, erasing: what is decided once about a record.

decisions-title = Decide
offer-it = Hand over
assign-it = Assign
share-it = Record a disclosure
merge-it = Find the same person
erase-it = Ask for erasure
withdraw-it = The person takes it back
offered-title = Offered to { $to }
offered-to-you = Offered to you
offered-by = By { $by }, { $agency }: { $why }
take-over = Accept
decline = Turn down
take-offer-back = Take back the offer
offers-title = Offered to you
offers-hint = Until you accept, whoever offers it answers for it. You see what it holds once it is yours.
hand-over-title = Hand over
hand-over-hint = They are asked; until someone accepts, it stays with whoever has it now.
assign-title = Assign
assign-hint = It counts at once, without asking them.
take-it-yourself = yourself
nobody-takes = Nobody else here can work on this record. Ask whoever gives grants in your office.
to-whom = To whom
of-agency = { $agency }
partner-needs-consent = They are of another agency: it goes only with consent to this agency by name, or another recorded basis.
share-title = Record a disclosure
share-hint = What was given to others, by whatever way. It goes into what the person can be told.
send-title = Send: { $step }
share-on = On what basis
share-on-consent = Consent { $code }: { $purpose }, { $recipient }
share-on-other = Another basis
share-lapsed = does not hold
no-consents = No consent of this person is recorded yet. Add one first, or name another basis.
share-what = What they receive
share-purpose = For what
share-recipient = Who receives it
share-recipient-name = Name of the recipient
share-basis = Basis
basis-vital-interest = Vital interest of the person
basis-best-interests = Best interests of the child
basis-mandatory-reporting = Duty to report
basis-legal-obligation = Other legal duty
share-reason = Why it holds here
share-supervisor = Who agreed
record-disclosure = Record it
consents-title = Consents
consent-holds = holds
recall-title = The consent was taken back: recall by { $at }
recall-hint = Nothing more may be shared on it. Stop and recall what is under way.
carried-title = What was shared on this consent
carried-none = Nothing has been shared on this consent.
withdraw-title = The person takes it back
withdraw-affects = { $count ->
    [0] Nothing has been shared on it. Nothing can be from now on.
    [one] It was shared on once. Nothing more can be, and what is under way must be recalled within 24 hours.
   *[other] It was shared on { $count } times. Nothing more can be, and what is under way must be recalled within 24 hours.
  }
withdraw-now = Take it back
received-title = Who has received
received-none = Nothing was given to anyone, as far as you may know.
received-what = What
received-on = On what basis
received-carrier = By
consent-word = consent
absorbed-title = The same as this person
unmerge = Separate again
unmerge-title = Separate the two again
unmerge-hint = Both stand as they did, with what was written to each since.
pairs-link = Possible duplicates
pairs-title = Possible duplicates
pairs-hint = People who may be registered twice, and why. Only you can say whether they are one.
pairs-looked = { $looked ->
    [one] Looked at one person.
   *[other] Looked at { $looked } people, the newest first.
  } { $count ->
    [0] Nobody among them seems to be registered twice.
    [one] One pair may be one person.
   *[other] { $count } pairs may be one person.
  }
pairs-further = Look further
compare = Compare
are-different = Different people
merge-title = One person or two?
merge-hint = Both keep their histories. The one that stays gets the answers you choose; the other points to it. This can be undone.
merge-stays = This one stays
merge-choose = Which stays
merge-take = Take this answer
merge-differs = differs
merge-same-answers = Other answers are the same.
merge-why = What convinced you
merge-do = They are one person: merge
merge-none-alike = Nobody found who may be the same person. Look for them by name.
merge-with = Who may be the same
erase-title = Ask for erasure
erase-hint = A second person must agree. Then the keys are destroyed and nobody can ever read it again, also not from backups made after. The audit stays, with a certificate: code, reason, day and the two of you. Consents and notes that belong to it go too; what stands open must be closed first.
erase-asked-title = { $by } asks that this be erased
erase-agree = Agree: erase for good
erase-agree-title = Erase for good?
erase-keep = Don’t erase
erased = It was erased. The certificate stands in the audit.
gone-title = Done
gone-hint = This record is no longer yours to see.
back-to-list = To the list
certificates-title = Certificates of erasure
certificate-line = { $code } with { $parts ->
    [0] nothing else
    [one] one part
   *[other] { $parts } parts
  }: { $why }
certificate-people = asked by { $by }, agreed by { $witness }
taken-back-record = taken back
same-as-another = same as another
area-choice = Area of work
consent-for = { $purpose }, { $recipient }
action-withdraw = took a consent back
action-unmerge = separated
action-erase-asked = asked for erasure
action-certify = certified an erasure
reason-erase-waits = Someone has asked for this already. Another person must agree.
problem-share-nothing = Nothing was chosen to be shared.
problem-share-nothing-remedy = Choose what they receive.
problem-share-no-supervisor = Whoever is named as having agreed may not agree to this.
problem-share-no-supervisor-remedy = Choose a supervisor from the list.
problem-share-other-recipient = The consent is for another recipient than the agency that would get the record.
problem-share-other-recipient-remedy = Ask the person for consent to this agency, by its name.
problem-transfer-two-agencies = These people are of two agencies.
problem-transfer-two-agencies-remedy = Offer it to one agency.
problem-record-without-person = This record names nobody whom it is about.
problem-record-without-person-remedy = Fill in the person first.
