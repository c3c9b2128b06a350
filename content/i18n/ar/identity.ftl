# الدخول ووسائله والمستخدمون وما يقرره شخص ثانٍ.

page-decide = للقرار
my-sign-in = دخولي
my-sign-in-hint = كيف تدخل، وأين دخلت.
first-time = اختر طريقة دخولك
first-time-hint = رمزك الأول يفتح هذه الصفحة فقط. أنشئ مفتاح مرور، أو كلمة سر مع تطبيق مصادقة؛ ثم تدخل به بعد ذلك.
first-time-why = لا أحد غيرك، ولا المسؤول نفسه، يرى ما تختاره هنا.
password-or-first-code = كلمة السر، أو رمز الدخول الأول

passkeys = مفاتيح المرور
passkeys-hint = تدخل بقفل هذا الجهاز (إصبع أو وجه أو رقم) أو بمفتاح أمان. لا شيء يمكن تخمينه أو سرقته بصفحة مزيفة.
no-passkeys-yet = لا شيء بعد.
passkey-name = اسم المفتاح الجديد
passkey-here = هذا الجهاز
passkey-add = إضافة مفتاح مرور
passkeys-elsewhere = تعمل مفاتيح المرور عند فتح الصفحة على عنوانها:
passkeys-nowhere = لا تعمل مفاتيح المرور على هذا العنوان. استخدم كلمة سر مع تطبيق مصادقة.
added-on = أضيف في { $day }
last-used = آخر استخدام { $at }
remove = إزالة
remove-named = إزالة { $name }

password-with-authenticator = كلمة سر مع تطبيق مصادقة
authenticator-hint = كلمة سر، وستة أرقام يظهرها تطبيق على هاتفك. تعمل في كل متصفح.
authenticator-there = { $codes ->
    [zero] جاهز. لم يبقَ أي رمز احتياطي: أنشئ رموزًا جديدة.
    [one] جاهز. بقي رمز احتياطي واحد.
    [two] جاهز. بقي رمزان احتياطيان.
    [few] جاهز. بقيت { $codes } رموز احتياطية.
   *[other] جاهز. بقي { $codes } رمزًا احتياطيًا.
}
authenticator-set-up = إعداد كلمة سر مع تطبيق مصادقة
authenticator-replace = تغيير كلمة السر وتطبيق المصادقة
authenticator-remove = إزالة كلمة السر وتطبيق المصادقة
authenticator-scan = امسح هذا بتطبيق مصادقة.
authenticator-type = أو اكتب فيه هذا المفتاح:
authenticator-code = الأرقام الستة التي يظهرها الآن
qr-code = رمز للمسح
password-hint = اثنا عشر حرفًا على الأقل: أربع كلمات لا صلة بينها.
codes-renew = رموز احتياطية جديدة
codes-kept = حفظتها

own-glass = دخول طارئ فتحتَه
glass-over = انتهى
glass-close = إنهاؤه الآن
sessions = الجلسات
sessions-hint = إذا ضاع جهاز، أو ربما عرف أحد كيف تدخل.
sign-out-everywhere = الخروج من كل مكان

notice-not-you = إن لم تتوقع هذا فأخبر المسؤول فورًا.
notice-sign-in-reset = أعاد مسؤول ضبط طريقة دخولك.
notice-passkey-added = أضيف مفتاح مرور إلى حسابك.
notice-passkey-removed = أزيل مفتاح مرور من حسابك.
notice-password-set = تغيرت كلمة سر حسابك وتطبيق المصادقة.
notice-password-removed = أزيلت كلمة سر حسابك وتطبيق المصادقة.
notice-codes-renewed = أنشئت رموز احتياطية جديدة لحسابك.
notice-glass-justified = نُظر في دخولك الطارئ: كانت الحاجة قائمة.
notice-glass-not-justified = نُظر في دخولك الطارئ: لم تثبت الحاجة.

new-user-hint = تحصل بعدها على ورقة فيها رمز للدخول الأول. ويختار الشخص بنفسه مفتاحه أو كلمة سره.
sheet-address = العنوان
first-code = رمز الدخول الأول
good-until = صالح حتى
sheet-step-open = افتح العنوان في متصفح.
sheet-step-code = اكتب الاسم، والرمز مكان كلمة السر.
sheet-step-means = اختر مفتاح مرور، أو كلمة سر مع تطبيق مصادقة. ثم أتلف هذه الورقة.
reset-account = إعادة ضبط الدخول
open-account = فتح الحساب من جديد
grant-proposed = صلاحية { $name } تنتظر شخصًا ثانيًا.
grant-proposed-hint = تصل إلى مجال مشدد أو مخفي. يوافق عليها شخص آخر يمنح الصلاحيات في صفحة «للقرار» خلال أسبوع.

to-decide = { $count ->
    [one] واحد ينتظرك
    [two] اثنان ينتظرانك
   *[other] { $count } تنتظرك
}
decide-hint = { $count ->
    [zero] لا شيء ينتظرك.
    [one] قرار واحد ينتظرك.
    [two] قراران ينتظرانك.
    [few] { $count } قرارات تنتظرك.
   *[other] { $count } قرارًا ينتظرك.
}
proposals = صلاحيات تحتاج إلى شخص ثانٍ
proposals-none = لا صلاحية تنتظر.
proposed-by = اقترحها { $name }
command-line = سطر الأوامر
proposal-expires = تسقط في { $at }
proposal-not-yours = يجب أن يوافق شخص آخر: لا من اقترحها ولا من سيحملها.
approve = موافقة
decline-proposal = رفض
withdraw = سحب
broken-glasses = الدخول الطارئ
glasses-none = لم يفتح أحد شيئًا في حالة طارئة.
look-question = هل كانت الحاجة قائمة؟
look-justified = نعم، مبرر
look-not-justified = لا، غير مبرر
look-remarks = ما نظرت فيه وما وجدته
look-write = تدوين
look-not-yours = يجب أن ينظر فيه شخص آخر.

action-reset-account = أعاد ضبط دخول شخص
action-open-account = فتح حسابًا من جديد
action-set-password = اختار كلمة سر مع تطبيق مصادقة
action-remove-password = أزال كلمة سره وتطبيق المصادقة
action-renew-codes = أنشأ رموزًا احتياطية جديدة
action-add-passkey = أضاف مفتاح مرور
action-remove-passkey = أزال مفتاح مرور
action-use-passkey = استخدم مفتاح مرور
action-sign-out-everywhere = أنهى كل الجلسات
action-propose-grant = اقترح صلاحية
action-approve-grant = وافق على صلاحية
action-decline-grant = رفض صلاحية
action-withdraw-grant = سحب صلاحية مقترحة
action-close-glass = أنهى دخولًا طارئًا
action-second-look = نظر في دخول طارئ
purpose-command-line = من سطر الأوامر

problem-passkey-refused = هذا المفتاح لا يناسب، أو تأخر جوابه.
problem-passkey-refused-remedy = حاول مرة أخرى. فإن بقي فادخل بطريقة أخرى وأنشئ مفتاحًا جديدًا.
problem-passkey-of-another = هذا المفتاح لشخص آخر.
problem-passkey-of-another-remedy = اختر مفتاحك.
problem-no-passkeys = لا تعمل مفاتيح المرور على هذا العنوان.
problem-no-passkeys-remedy = استخدم كلمة سر مع تطبيق مصادقة.
problem-authenticator-wrong = ليس هذا ما يظهره تطبيق المصادقة الآن.
problem-authenticator-wrong-remedy = انتظر رمزه التالي واكتبه. وتحقق من ساعة الهاتف.
problem-last-means = بدونها لن تستطيع الدخول.
problem-last-means-remedy = أعدّ طريقة دخول أخرى أولًا.
problem-not-begun = استغرق هذا وقتًا طويلًا.
problem-not-begun-remedy = ابدأ من جديد.
problem-own-account = هذا حسابك أنت.
problem-own-account-remedy = غيّر طريقة دخولك في صفحة «دخولي»، ودع الباقي لمسؤول آخر.
problem-login-unfit = لا يصلح هذا اسمًا للدخول.
problem-login-unfit-remedy = اكتبه بلا مسافات، مثل awa.diallo.
problem-grant-to-oneself = لا أحد يمنح نفسه صلاحية.
problem-grant-to-oneself-remedy = دع شخصًا آخر يمنح الصلاحيات يفعل ذلك.
problem-grant-needs-four-eyes = يجب أن يوافق شخص آخر.
problem-grant-needs-four-eyes-remedy = دع شخصًا آخر يمنح الصلاحيات يوافق عليها.
problem-look-own = لا أحد ينظر في دخوله الطارئ.
problem-look-own-remedy = دع شخصًا آخر ينظر فيه.
problem-look-given = نظر فيه أحد من قبل.
problem-look-given-remedy = اقرأ ما وجده.
problem-no-second-factor = ليست لديك وسيلة ثانية لإثبات هويتك.
problem-no-second-factor-remedy = أضف مفتاح مرور أو تطبيق مصادقة في صفحة «دخولي».
