# Se connecter, ses propres moyens, les utilisateurs, et ce qu’une deuxième personne décide.

page-decide = À décider
my-sign-in = Ma connexion
my-sign-in-hint = Comment vous vous connectez, et où vous êtes connecté.
first-time = Choisissez votre façon de vous connecter
first-time-hint = Votre premier code n’ouvre que cette page. Créez une clé d’accès, ou un mot de passe avec authentificateur ; vous vous connecterez ensuite avec.
first-time-why = Personne d’autre, pas même l’administrateur, ne voit ce que vous choisissez ici.
password-or-first-code = Mot de passe, ou premier code

passkeys = Clés d’accès
passkeys-hint = Vous vous connectez avec le verrou de cet appareil (doigt, visage ou code) ou une clé de sécurité. Rien ne peut être deviné ni volé par une fausse page.
no-passkeys-yet = Aucune pour l’instant.
passkey-name = Nom de la nouvelle clé
passkey-here = Cet appareil
passkey-add = Ajouter une clé d’accès
passkeys-elsewhere = Les clés d’accès marchent quand la page est ouverte à son adresse :
passkeys-nowhere = Les clés d’accès ne marchent pas à cette adresse. Utilisez un mot de passe avec authentificateur.
added-on = ajoutée le { $day }
last-used = utilisée le { $at }
remove = Retirer
remove-named = Retirer { $name }

password-with-authenticator = Mot de passe avec authentificateur
authenticator-hint = Un mot de passe, et six chiffres qu’une application de votre téléphone affiche. Marche dans tout navigateur.
authenticator-there = { $codes ->
    [0] En place. Il ne reste aucun code de secours : faites-en de nouveaux.
    [one] En place. Il reste un code de secours.
   *[other] En place. Il reste { $codes } codes de secours.
}
authenticator-set-up = Choisir un mot de passe avec authentificateur
authenticator-replace = Changer le mot de passe et l’authentificateur
authenticator-remove = Retirer le mot de passe et l’authentificateur
authenticator-scan = Scannez ceci avec une application d’authentification.
authenticator-type = Ou tapez-y cette clé :
authenticator-code = Les six chiffres affichés maintenant
qr-code = Code à scanner
password-hint = Au moins 12 caractères : quatre mots sans rapport entre eux.
codes-renew = Nouveaux codes de secours
codes-kept = Je les ai gardés

own-glass = Accès d’urgence que vous avez ouverts
glass-over = terminé
glass-close = Y mettre fin
sessions = Sessions
sessions-hint = Si un appareil est perdu, ou si quelqu’un sait peut-être comment vous vous connectez.
sign-out-everywhere = Déconnecter partout

notice-not-you = Si vous ne vous y attendiez pas, dites-le tout de suite à votre administrateur.
notice-sign-in-reset = Un administrateur a réinitialisé votre connexion.
notice-passkey-added = Une clé d’accès a été ajoutée à votre compte.
notice-passkey-removed = Une clé d’accès a été retirée de votre compte.
notice-password-set = Le mot de passe et l’authentificateur de votre compte ont été changés.
notice-password-removed = Le mot de passe et l’authentificateur de votre compte ont été retirés.
notice-codes-renewed = De nouveaux codes de secours ont été faits pour votre compte.
notice-glass-justified = Votre accès d’urgence a été examiné : le besoin était là.
notice-glass-not-justified = Votre accès d’urgence a été examiné : le besoin n’a pas été constaté.

new-user-hint = Vous recevez ensuite une fiche avec un code pour la première connexion. La personne choisit elle-même sa clé ou son mot de passe.
sheet-address = Adresse
first-code = Premier code de connexion
good-until = Valable jusqu’au
sheet-step-open = Ouvrez l’adresse dans un navigateur.
sheet-step-code = Tapez le nom, et le code à la place du mot de passe.
sheet-step-means = Choisissez une clé d’accès, ou un mot de passe avec authentificateur. Puis détruisez cette fiche.
reset-account = Réinitialiser la connexion
open-account = Rouvrir le compte
grant-proposed = Le droit pour { $name } attend une deuxième personne.
grant-proposed-hint = Il touche un domaine strict ou caché. Une autre personne qui donne des droits l’approuve sous « À décider » dans la semaine.

to-decide = { $count ->
    [one] { $count } vous attend
   *[other] { $count } vous attendent
}
decide-hint = { $count ->
    [0] Rien ne vous attend.
    [one] Une décision vous attend.
   *[other] { $count } décisions vous attendent.
}
proposals = Droits qui demandent une deuxième personne
proposals-none = Aucun droit n’attend.
proposed-by = proposé par { $name }
command-line = la ligne de commande
proposal-expires = expire le { $at }
proposal-not-yours = Une autre personne doit approuver : ni qui l’a proposé, ni qui l’aura.
approve = Approuver
decline-proposal = Refuser
withdraw = Reprendre
broken-glasses = Accès d’urgence
glasses-none = Personne n’a rien ouvert en urgence.
look-question = Le besoin était-il là ?
look-justified = Oui, justifié
look-not-justified = Non, pas justifié
look-remarks = Ce que vous avez examiné et constaté
look-write = L’écrire
look-not-yours = Une autre personne doit l’examiner.

action-reset-account = a réinitialisé la connexion de quelqu’un
action-open-account = a rouvert un compte
action-set-password = a choisi un mot de passe avec authentificateur
action-remove-password = a retiré son mot de passe et son authentificateur
action-renew-codes = a fait de nouveaux codes de secours
action-add-passkey = a ajouté une clé d’accès
action-remove-passkey = a retiré une clé d’accès
action-use-passkey = a utilisé une clé d’accès
action-sign-out-everywhere = a mis fin à toutes les sessions
action-propose-grant = a proposé un droit
action-approve-grant = a approuvé un droit
action-decline-grant = a refusé un droit
action-withdraw-grant = a repris un droit proposé
action-close-glass = a mis fin à un accès d’urgence
action-second-look = a examiné un accès d’urgence
purpose-command-line = sur la ligne de commande

problem-passkey-refused = Cette clé ne convient pas, ou sa réponse est venue trop tard.
problem-passkey-refused-remedy = Réessayez. Si cela reste, connectez-vous autrement et faites une nouvelle clé.
problem-passkey-of-another = Cette clé est celle de quelqu’un d’autre.
problem-passkey-of-another-remedy = Choisissez la vôtre.
problem-no-passkeys = Les clés d’accès ne marchent pas à cette adresse.
problem-no-passkeys-remedy = Utilisez un mot de passe avec authentificateur.
problem-authenticator-wrong = Ce n’est pas le code que votre authentificateur affiche maintenant.
problem-authenticator-wrong-remedy = Attendez le code suivant et tapez-le. Vérifiez l’heure du téléphone.
problem-last-means = Sans cela vous ne pourriez plus vous connecter.
problem-last-means-remedy = Mettez d’abord en place une autre façon de vous connecter.
problem-not-begun = Cela a pris trop de temps.
problem-not-begun-remedy = Recommencez.
problem-own-account = C’est votre propre compte.
problem-own-account-remedy = Changez votre connexion sous « Ma connexion ». Laissez le reste à un autre administrateur.
problem-login-unfit = Ce ne peut pas être un nom de connexion.
problem-login-unfit-remedy = Écrivez-le sans espaces, comme awa.diallo.
problem-grant-to-oneself = Personne ne se donne un droit à soi-même.
problem-grant-to-oneself-remedy = Laissez faire quelqu’un d’autre qui donne des droits.
problem-grant-needs-four-eyes = Une autre personne doit approuver.
problem-grant-needs-four-eyes-remedy = Laissez une autre personne qui donne des droits l’approuver.
problem-look-own = Personne n’examine son propre accès d’urgence.
problem-look-own-remedy = Laissez une autre personne l’examiner.
problem-look-given = Quelqu’un l’a déjà examiné.
problem-look-given-remedy = Lisez ce qui a été constaté.
problem-no-second-factor = Vous n’avez pas de deuxième preuve de qui vous êtes.
problem-no-second-factor-remedy = Ajoutez une clé d’accès ou un authentificateur sous « Ma connexion ».
