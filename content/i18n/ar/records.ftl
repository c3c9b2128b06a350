# الدخول والإطار والأشخاص والسجلات والحالات.

demo-word = عرض تجريبي
demo-says = كل من هنا مختلَق. لا تُدخل شخصًا حقيقيًا أبدًا.
sign-in = تسجيل الدخول
sign-in-purpose = حماية الناس في الأزمات
sign-out = تسجيل الخروج
lock = قفل الشاشة
pages = الصفحات
page-people = الأشخاص
page-cases = الحالات
page-audit = سجل التدقيق
page-users = المستخدمون
page-not-loaded = تعذّر تحميل هذه الصفحة. تحقق من الشبكة ثم افتحها من جديد.
no-page-title = لا شيء هنا
no-page-hint = دورك لا يستعمل هذه الصفحة. اسأل من يمنح الصلاحيات في مكتبك.
demo-choose = ادخل بصفة
demo-last = آخر مرة
ended-expired = انتهت جلستك
ended-locked = الشاشة مقفلة
ended-left = تم تسجيل خروجك
ended-comes-back = سجّل الدخول من جديد: يعود ما كان مفتوحًا.
not-set-up = ليس لهذا المكتب مدير بعد
not-set-up-hint = على الجهاز الذي يقدّمه، شغّل
login = اسم الدخول
password = كلمة المرور
with-passkey = استعمل مفتاح المرور
or-password = أو بكلمة مرور
code = الرمز
code-needed = خطوة أخرى
code-hint = ستة أرقام من تطبيق المصادقة، أو رمز استرداد.
proof-title = أكّد أنك أنت
proof-hint = ما يلي يحتاج إلى إثبات جديد. يبقى صالحًا عشر دقائق.
proof-demo = في مكتب حقيقي تُطلب كلمة المرور والرمز. هنا تكفي ضغطة واحدة.
proof-give = أنا هو
problem-wrong-sign-in = الاسم أو كلمة المرور أو الرمز غير صحيح.
problem-wrong-sign-in-remedy = حاول من جديد. إن فقدتها فاسأل المدير.
problem-too-many-tries = محاولات كثيرة.
problem-too-many-tries-remedy = انتظر { $seconds ->
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
   *[other] { $seconds } ثانية
} ثم حاول من جديد.
problem-passkey-left = لم يُستعمل مفتاح المرور.
problem-passkey-left-remedy = حاول من جديد، أو استعمل كلمة المرور.
problem-signed-out = تم تسجيل خروجك.
problem-signed-out-remedy = سجّل الدخول من جديد.
problem-access-step-up = هذا يحتاج إلى إثبات جديد لهويتك.
problem-access-step-up-remedy = أكّد أنك أنت.
problem-access-no-grant = لا تسمح به أي صلاحية لديك.
problem-access-no-grant-remedy = اسأل من يمنح الصلاحيات في مكتبك.
problem-access-break-glass = هذا ليس ضمن عملك.
problem-access-break-glass-remedy = اطلب صلاحية. إن كان أحد في خطر الآن فاستعمل دخول الطوارئ.
problem-access-reason = السبب قصير جدًا.
problem-access-reason-remedy = قل من في خطر ولماذا لا يمكن الانتظار.
problem-access-purpose = هذا غير مسموح لهذا الغرض.
problem-access-purpose-remedy = اذكر غرضًا يُسمح به.
problem-not-found = لا يوجد سجل كهذا، أو ليس لك أن تراه.
problem-not-found-remedy = تحقق من الرمز.
not-found-title = غير موجود
not-found-hint = لا يوجد سجل كهذا، أو ليس لك أن تراه.

find-person = اسم بأي كتابة، أو رمز
lines-found = { $count ->
    [0] لم يوجد أحد
    [one] وُجد واحد
    [two] وُجد اثنان
    [few] وُجد { $count }
   *[other] وُجد { $count }
}
register-as = تسجيل: { $what }
nobody-found = لم يوجد أحد.
nobody-found-hint = جرّب كتابة أخرى أو جزءًا من الاسم. إن لم يناسب أحد فسجّل.
nobody-yet = لم يُسجَّل أحد بعد.
show-more = عرض المزيد
changed-on = تغيّر { $day }
overdue-since = متأخر منذ { $at }
due-by = مستحق { $at }
name-hidden = اسم ليس لك أن تراه

yes = نعم
no = لا
save = حفظ
edit = تعديل
choose = اختر…
needed = مطلوب
why = لماذا
years = سنوات
estimated = تقريبًا (تقدير)
age-on = قيل في
age-said = { $years } سنة في { $on }
age-said-about = حوالي { $years } سنة في { $on }
about-date = حوالي { $date }
from-to = { $from } إلى { $to }
month = الشهر
precision = ما مدى دقة معرفته؟
precision-day = اليوم
precision-month = الشهر
precision-year = السنة
precision-between = بين
year-from = من سنة
year-to = إلى سنة
year-example = مثلًا 1987
number-hint = 7 أو 6-8
latitude = خط العرض
longitude = خط الطول
pcode = رمز المكان
pcode-parent = رمز منطقته
find-record = اسم أو رمز
record-chosen = تم الاختيار
choose-other = اختر غيره
no-files-yet = لا يمكن إضافة ملفات من هذه الصفحة.
none-of-these = لا شيء من هذه
no-answer-because = لا جواب، لأن
say-unknown = لا يعرف
say-refused = يفضّل ألا يقول
say-not-asked = لم يُسأل
silence-unknown = سُئل ولا يعرف
silence-refused = سُئل ويفضّل ألا يقول
silences-hint = لا أحد ملزم بالجواب. قل لماذا لا جواب، أو اتركه «لم يُسأل».
not-known-yet = غير معروف بعد
hinders-required = يحتاج إلى جواب، أو سبب غيابه.
hinders-unreadable = لا يُقرأ هذا جوابًا.
hinders-constraint = هذا الجواب غير مقبول.
hinders-too-few = يلزم { $count ->
    [one] واحد
    [two] اثنان
   *[other] { $count }
} على الأقل.
answers-refused = بعض الأجوبة لا يمكن حفظها
row-of = { $what } { $number }
add-row = إضافة: { $what }
drop-row = إزالة
hint-hindered = { $count ->
    [one] سؤال واحد ما زال ناقصًا.
    [two] سؤالان ما زالا ناقصين.
    [few] { $count } أسئلة ما زالت ناقصة.
   *[other] { $count } سؤالًا ما زال ناقصًا.
}
hint-likenesses = انظر أولًا من قد يكون هنا: قل عن كل واحد هل هو الشخص نفسه.
kept-here = { $kind }: يبقى على هذه الشاشة حتى تحفظ، حتى وهي مقفلة.

like-title = هل هو هنا من قبل؟
like-none = لا يُعرف أحد يشبهه حتى الآن.
like-count = { $count ->
    [one] شخص واحد قد يكون هو نفسه.
    [two] شخصان قد يكون أحدهما هو نفسه.
    [few] { $count } أشخاص قد يكون أحدهم هو نفسه.
   *[other] { $count } شخصًا قد يكون أحدهم هو نفسه.
}
like-offline = الخادم لا يجيب: لا يمكن البحث عن التكرار الآن.
same-person = الشخص نفسه: افتح
other-person = شخص آخر
none-is-same = لا أحد منهم هو نفسه
saved = تم الحفظ
code-means = الرمز بلا معنى. اقرأه بصوت عالٍ أو اكتبه على ورق.
open-record = فتح
register-another = تسجيل آخر
back-to-parent = العودة إلى السجل الذي يتبعه

record = السجل
record-print-handling = سري. لمن طبعه وحده. يُتلف حين لا يلزم.
tab-known = ما هو معروف
tab-history = ما جرى
tab-seen = من رآه
merged-title = دُمج هذا السجل في سجل آخر
merged-open = افتح الآخر
no-group-seen = لا شيء في هذا السجل لك أن تراه.
nothing-written = لا شيء مكتوب هنا.
seen-by-roles = { $count ->
    [one] دور واحد يرى هذا
    [two] دوران يريان هذا
    [few] { $count } أدوار ترى هذا
   *[other] { $count } دورًا يرى هذا
}
taken-back = تم التراجع عنه
two-answers = { $count ->
    [2] جوابان: { $field }
   *[other] { $count } أجوبة: { $field }
}
two-answers-hint = كتبهما من لم يرَ جواب الآخر. يبقى الكل حتى يختار أحد.
keep-this = أبقِ هذا
write-third = اكتب جوابًا آخر
conflict-not-yours = على من يحق له التعديل أن يفصل في هذا.
take-back = تراجع
undo-kept = يبقى جزء منه لأن آخرين بنوا عليه
steps-title = ما قد يلي
parts-title = ما يتبعه
no-parts = لا شيء بعد.
seen-hint = من رأى ماذا أو استلمه، ولماذا. يحق للشخص أن يطلب هذه القائمة.
nobody-saw = لا أحد بعد.
when = متى
who = من
did-what = فعل
of-what = مما
what-for = لأي غرض

caseload = { $late ->
    [0] { $count ->
        [0] لا حالات.
        [one] حالة واحدة غير متأخرة.
        [two] حالتان، لا تأخير.
       *[other] { $more ->
            [yes] أول { $count } من الحالات، لا تأخير.
           *[no] عدد الحالات { $count }، لا تأخير.
        }
    }
   *[other] { $more ->
        [yes] أول { $count } من الحالات، منها { $late } متأخرة.
       *[no] { $count ->
            [one] حالة واحدة متأخرة.
           *[other] عدد الحالات { $count }، منها { $late } متأخرة.
        }
    }
}
all-states = كل المراحل
no-cases = لا حالة لك.
no-cases-hint = تُفتح الحالة من صفحة الشخص.

audit-hint = كل حلقة تمسك بما قبلها. لا شيء هنا مما قُرئ، بل فقط أنه قُرئ.
audit-empty = لم يجرِ شيء بعد.
verify = تحقق من السلسلة
chain-holds = السلسلة سليمة: { $count ->
    [one] حلقة واحدة
    [two] حلقتان
    [few] { $count } حلقات
   *[other] { $count } حلقة
}
chain-broken = السلسلة مكسورة أو تنقصها حلقة (فُحص { $count })
link-number = الحلقة
show-older = عرض الأقدم

users-hint = من يمنح الصلاحيات لا يرى بذلك أي حالة.
new-user = مستخدم جديد
full-name = الاسم
new-grant = صلاحية جديدة
no-grants = لا صلاحية: يستطيع الدخول ولا يرى شيئًا.
end-grant = إنهاء الآن
role = الدور
until = حتى
until-day = حتى { $day }
no-end = بلا نهاية

break-glass = دخول الطوارئ…
glass-hint = إن كان أحد في خطر الآن والسجل ليس ضمن عملك: قل لماذا. تستطيع قراءته بضع ساعات. ينظر شخص آخر فيما جرى خلال ثلاثة أيام، ويُبلَّغ مشرفك فورًا.
glass-reason = من في خطر، ولماذا لا يمكن الانتظار؟
glass-hours = لكم من الوقت
glass-break = افتح
glass-open = مفتوح حتى { $at }
glass-looked-at = ينظر شخص آخر فيما تفعله قبل { $at }.

record-kind-person = شخص
record-kind-household = عائلة
record-kind-tie = صلة
record-kind-case = حالة
record-kind-assessment = تقييم
record-kind-incident = حادثة
record-kind-inquiry = طلب بحث
record-kind-service = خدمة
record-kind-referral = إحالة
record-kind-site = موقع
record-kind-movement = تنقل
record-kind-note = ملاحظة
record-kind-consent = موافقة
record-kind-name = اسم
record-kinds-person = الأشخاص
record-kinds-household = العائلات
record-kinds-tie = الصلات
record-kinds-case = الحالات
record-kinds-assessment = التقييمات
record-kinds-incident = الحوادث
record-kinds-inquiry = طلبات البحث
record-kinds-service = الخدمات
record-kinds-referral = الإحالات
record-kinds-site = المواقع
record-kinds-movement = التنقلات
record-kinds-note = الملاحظات
record-kinds-consent = الموافقات
record-kinds-name = الأسماء
field-group-card = القائمة
field-group-identity = الهوية
field-group-contact = الاتصال
field-group-location = أين هم
field-group-needs = الاحتياجات
field-group-health = الصحة
field-group-narrative = بكلماتهم
field-group-legal = الأوراق والقانون
field-group-decision = القرارات
field-group-alleged = من يُقال إنه فعلها
field-group-photo = الصورة
field-group-consent = الموافقة
area-general = الحماية العامة
area-movement = التنقل
area-site = الموقع
area-legal = المساعدة القانونية
area-hlp = السكن والأرض والملكية
area-tracing = البحث عن العائلات
area-child-protection = حماية الطفل
area-mhpss = الصحة النفسية والدعم النفسي الاجتماعي
area-resettlement = إعادة التوطين
area-gbv = العنف القائم على النوع الاجتماعي
area-trafficking = مكافحة الاتجار بالبشر
area-complaint = الشكاوى
area-office = المكتب
risk-level-low = خطر منخفض
risk-level-medium = خطر متوسط
risk-level-high = خطر عالٍ
risk-level-none = لا خطر
risk-level-critical = خطر حرج
action-list = سرد
action-read = قرأ
action-write = كتب
action-create = أنشأ
action-advance = اتخذ خطوة
action-transfer = نقل
action-approve = وافق
action-share = شارك
action-export = صدّر
action-merge = دمج
action-backup = بدأ نسخة احتياطية
action-backup-done = أنهى نسخة احتياطية
action-restore = استعاد نسخة احتياطية
action-erase = محا
action-grant = منح صلاحية
action-administer = أدار
action-break-glass = استعمل دخول الطوارئ
action-sign-in = سجّل الدخول
action-undo = تراجع
purpose-registration = التسجيل
purpose-case-management = إدارة الحالات
purpose-supervision = الإشراف
purpose-assistance = المساعدة
purpose-movement = التنقل
purpose-tracing = البحث عن العائلات
purpose-resettlement = إعادة التوطين
purpose-site-management = إدارة موقع
purpose-complaint-handling = معالجة الشكاوى
purpose-statistics = الإحصاء
purpose-data-quality = جودة البيانات
purpose-data-protection = حماية البيانات
purpose-administration = الإدارة
purpose-audit = التدقيق
purpose-emergency = الطوارئ
role-registration-clerk = موظف تسجيل
role-cp-caseworker = مسؤول حالات، حماية الطفل
role-gbv-caseworker = مسؤول حالات الناجيات
role-ct-caseworker = مختص مكافحة الاتجار بالبشر
role-mhpss-provider = الصحة النفسية والدعم النفسي الاجتماعي
role-legal-officer = مسؤول قانوني
role-resettlement-officer = مسؤول إعادة التوطين
role-supervisor = مشرف
role-gbv-supervisor = مشرف، العنف القائم على النوع الاجتماعي
role-ct-supervisor = مشرف، مكافحة الاتجار
role-mhpss-supervisor = مشرف سريري
role-movement-officer = مسؤول التنقلات
role-protection-officer = موظف حماية
role-site-manager = مدير موقع
role-tracing-officer = مسؤول البحث عن العائلات
role-data-officer = مسؤول البيانات
role-dp-focal = منسق حماية البيانات
role-psea-focal = منسق الحماية من الاستغلال والانتهاك الجنسيين
role-admin = مدير النظام
role-auditor = مدقق
role-does-registration-clerk = يسجّل الأشخاص والعائلات عند المكتب. لا يرى أي حالة.
role-does-cp-caseworker = يتابع حالات الأطفال الموكلة إليه.
role-does-gbv-caseworker = يتابع حالات الناجيات الموكلة إليه، ولا يعلم بها غيره.
role-does-ct-caseworker = يتابع حالات الاتجار، ولا يعلم بها غيره.
role-does-supervisor = يرى حالات الفريق ويعطي الموافقة الثانية.
role-does-movement-officer = يخطط للإجلاء والنقل. لا يرى أي حالة.
role-does-protection-officer = يقيّم من هو معرّض للخطر وما يلزم للسفر. لا يرى أي حالة.
role-does-site-manager = يدير موقعًا. يرى الاحتياجات دون أسماء أو حالات.
role-does-tracing-officer = يبحث عن أفراد العائلات المفقودين.
role-does-data-officer = يستورد ويجد التكرار ويحصي.
role-does-dp-focal = يجيب الناس عن بياناتهم وينظر في دخول الطوارئ.
role-does-psea-focal = يستقبل الشكاوى على العاملين الإنسانيين ويعمل على حدة.
role-does-admin = يدير الحسابات والصلاحيات. لا يقرأ أي سجل عن شخص.
role-does-auditor = يقرأ من فعل ماذا، ولا شيء مما قُرئ.
has-conflict = جوابان
the-program = البرنامج
waits-for-yes = ينتظر موافقة ثانية: { $step }
agree = موافقة
turn-down = رفض
needs-second = يُحتسب حين يوافق شخص ثانٍ.
fill-in = املأ: { $form }
the-form = النموذج
register-new = ليس هنا بعد: سجّل
go-on = متابعة
record-state-draft = مسودة
record-state-registered = مسجّل
record-state-identified = تم التعرف
record-state-assessed = تم التقييم
record-state-in-service = الخطة قيد التنفيذ
record-state-in-review = قيد المراجعة
record-state-closed = مغلق
record-state-open = مفتوح
record-state-tracing = قيد البحث
record-state-verified = تم التحقق
record-state-reunified = لُمّ الشمل
record-state-drafted = مسودة
record-state-consented = وافق الشخص
record-state-sent = أُرسل
record-state-received = استُلم
record-state-accepted = قُبل
record-state-declined = رُفض
record-state-appointment = حُدد موعد
record-state-attended = حضر
record-state-no-show = لم يحضر
record-state-provided = قُدّم
record-state-not-provided = لم يُقدَّم
record-state-recalled = سُحب
record-state-active = نشط
record-state-inactive = غير نشط
record-state-moved = انتقل
record-state-deceased = متوفى
record-state-listed = مدرج
record-state-hidden = غير معروض
record-state-removed = أُزيل
record-kind-identifier = وثيقة
record-kinds-identifier = الوثائق والأرقام
record-kind-member = فرد
record-kinds-member = الأفراد
record-kind-separation = فرد منفصل
record-kinds-separation = أفراد منفصلون
record-kind-evidence = دليل
record-kinds-evidence = الأدلة
action-search = بحث
action-read-history = قرأ ما جرى
action-decide = قرّر
action-sign-out = سجّل الخروج
action-step-up = أثبت هويته من جديد
action-end-grant = أنهى صلاحية
find-in-list = اكتب للبحث في القائمة
add-something = إضافة…
area = مجال العمل
glass-open-now = مفتوح الآن
sheet-title = إلى { $name }
sheet-once = يظهر مرة واحدة ولا يُحفظ في أي مكان: اطبعه أو اكتبه الآن.
sheet-codes = رموز الاسترداد، كل منها صالح مرة واحدة:
sheet-handed = تم التسليم
print = طباعة
account-ended = أُغلق { $at }
end-account = إغلاق الحساب
broken-glass = دخول الطوارئ
second-look-due = يُنظر فيه قبل { $at }
action-add-account = أضاف حسابًا
action-end-account = أغلق حسابًا
action-give-grant = منح صلاحية
action-set-up = أعدّ المكتب
action-use-authenticator = استعمل تطبيق المصادقة
action-use-recovery-code = استعمل رمز استرداد
action-import = استورد
reason-alike-name = كلمة من «{ $name }» مطابقة
reason-alike-sound = «{ $name }» يُنطق بشكل مشابه
action-read-list = قُرئ في قائمة
action-print-list = طُبع في قائمة
action-read-in = قُرئ من قائمة العملية
