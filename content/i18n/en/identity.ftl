# Signing in, one's own means of it, users, and what a second person decides.

page-decide = Decide
my-sign-in = My sign-in
my-sign-in-hint = How you sign in, and where you are signed in.
first-time = Choose how you sign in
first-time-hint = Your first code opens only this page. Make a passkey, or a password with an authenticator; from then on you sign in with it.
first-time-why = Nobody else, the administrator neither, ever sees what you choose here.
password-or-first-code = Password, or first sign-in code

passkeys = Passkeys
passkeys-hint = You sign in with the lock of this device (finger, face or PIN) or a security key. Nothing can be guessed or stolen by a false page.
no-passkeys-yet = None yet.
passkey-name = Name of the new passkey
passkey-here = This device
passkey-add = Add a passkey
passkeys-elsewhere = Passkeys work when the page is opened at its own address:
passkeys-nowhere = Passkeys do not work at this address. Use a password with an authenticator.
added-on = added { $day }
last-used = last used { $at }
remove = Remove
remove-named = Remove { $name }

password-with-authenticator = Password with an authenticator
authenticator-hint = A password, and six digits that an app on your phone shows. Works in every browser.
authenticator-there = { $codes ->
    [0] Set up. No recovery code is left: make new ones.
    [one] Set up. One recovery code is left.
   *[other] Set up. { $codes } recovery codes are left.
}
authenticator-set-up = Set up a password with an authenticator
authenticator-replace = Change password and authenticator
authenticator-remove = Remove password and authenticator
authenticator-scan = Scan this with an authenticator app.
authenticator-type = Or type this key into it:
authenticator-code = Six digits that it shows now
qr-code = Code to scan
password-hint = At least 12 characters: four words that have nothing to do with each other.
codes-renew = New recovery codes
codes-kept = I have kept them

own-glass = Emergency access that you opened
glass-over = ended
glass-close = End it now
sessions = Sessions
sessions-hint = If a device was lost, or someone may know how you sign in.
sign-out-everywhere = Sign out everywhere

notice-not-you = If you did not expect this, tell your administrator at once.
notice-sign-in-reset = An administrator reset how you sign in.
notice-passkey-added = A passkey was added to your account.
notice-passkey-removed = A passkey was removed from your account.
notice-password-set = The password and authenticator of your account were changed.
notice-password-removed = The password and authenticator of your account were removed.
notice-codes-renewed = New recovery codes were made for your account.
notice-glass-justified = Your emergency access was looked at: the need was there.
notice-glass-not-justified = Your emergency access was looked at: the need was not found.

new-user-hint = You then get a sheet with a code for the first sign-in. They choose a passkey or password themselves.
sheet-address = Address
first-code = First sign-in code
good-until = Good until
sheet-step-open = Open the address in a browser.
sheet-step-code = Type the name, and the code in place of a password.
sheet-step-means = Choose a passkey, or a password with an authenticator. Then destroy this sheet.
reset-account = Reset sign-in
open-account = Open the account again
grant-proposed = The grant for { $name } waits for a second person.
grant-proposed-hint = It reaches an area that is strict or hidden. Another person who gives grants approves it under Decide within a week.

to-decide = { $count ->
    [one] { $count } waits for you
   *[other] { $count } wait for you
}
decide-hint = { $count ->
    [0] Nothing waits for you.
    [one] One decision waits for you.
   *[other] { $count } decisions wait for you.
}
proposals = Grants that need a second person
proposals-none = No grant waits.
proposed-by = proposed by { $name }
command-line = the command line
proposal-expires = lapses { $at }
proposal-not-yours = Another person must approve: neither who proposed it nor who will hold it.
approve = Approve
decline-proposal = Decline
withdraw = Take back
broken-glasses = Emergency access
glasses-none = Nobody opened anything in an emergency.
look-question = Was the need there?
look-justified = Yes, justified
look-not-justified = No, not justified
look-remarks = What you looked at and what you found
look-write = Write it down
look-not-yours = Another person must look at it.

action-reset-account = reset how someone signs in
action-open-account = opened an account again
action-set-password = set a password with an authenticator
action-remove-password = removed their password and authenticator
action-renew-codes = made new recovery codes
action-add-passkey = added a passkey
action-remove-passkey = removed a passkey
action-use-passkey = used a passkey
action-sign-out-everywhere = ended all sessions
action-propose-grant = proposed a grant
action-approve-grant = approved a grant
action-decline-grant = declined a grant
action-withdraw-grant = took back a proposed grant
action-close-glass = ended emergency access
action-second-look = looked at emergency access
purpose-command-line = on the command line

problem-passkey-refused = This passkey does not fit, or its answer came too late.
problem-passkey-refused-remedy = Try again. If it stays, sign in another way and make a new passkey.
problem-passkey-of-another = This passkey is someone else’s.
problem-passkey-of-another-remedy = Choose your own.
problem-no-passkeys = Passkeys do not work at this address.
problem-no-passkeys-remedy = Use a password with an authenticator.
problem-authenticator-wrong = This is not the code that your authenticator shows now.
problem-authenticator-wrong-remedy = Wait for its next code and type that. Check the time of the telephone.
problem-last-means = Without this you could not sign in any more.
problem-last-means-remedy = Set up another way to sign in first.
problem-not-begun = This took too long.
problem-not-begun-remedy = Begin again.
problem-own-account = This is your own account.
problem-own-account-remedy = Change how you sign in under My sign-in. Let another administrator do the rest.
problem-login-unfit = This cannot be a name to sign in with.
problem-login-unfit-remedy = Write it without spaces, such as awa.diallo.
problem-grant-to-oneself = Nobody gives a grant to themselves.
problem-grant-to-oneself-remedy = Let someone else who gives grants do it.
problem-grant-needs-four-eyes = Another person must approve this.
problem-grant-needs-four-eyes-remedy = Let another person who gives grants approve it.
problem-look-own = Nobody looks at their own emergency access.
problem-look-own-remedy = Let another person look at it.
problem-look-given = Someone has looked at this already.
problem-look-given-remedy = Read what they found.
problem-no-second-factor = You have no second means of proving who you are.
problem-no-second-factor-remedy = Add a passkey or an authenticator under My sign-in.
