# صفحة مسؤول التنقلات.

page-title = التنقلات
people-generated = تمرين: الأشخاص مولّدون
print-handling = لمسؤول التنقلات وحده. بلا أسماء. تُتلف عند إغلاق العملية.
skip-to-main = إلى الصفحة
language = اللغة
language-started = تُرجم { $share } حتى الآن؛ والباقي بالإنجليزية.
language-not-reviewed = هذه الترجمة آلية ولم يراجعها بعد متحدث أصلي.
theme = فاتح أو داكن
theme-auto = كالجهاز
theme-light = فاتح
theme-dark = داكن
as-of = منظورا من
day-before = اليوم السابق
day-after = اليوم التالي
duration = { $hours } س { $minutes }
loading = جارٍ التحميل…
unknown = غير معروف
none = –
remedy = ما العمل:
understood = فهمت
close-panel = إغلاق
show-as = العرض
show-map = خريطة
show-table = جدول
show-timeline = خط زمني
lists = القوائم
pager-back = السابق
pager-on = التالي
pager-shown = { $first } إلى { $last } من { $total }
nothing-matches = لا شيء مطابق.
or = أو

offline-title = لا يمكن الوصول إلى الخادم
offline-kept = منذ { $time }. ما تراه سابق لذلك؛ تعيد الصفحة المحاولة من نفسها.
offline-nothing = لم يُحمَّل شيء بعد. تحقق من أن الخادم يعمل وأن السلك أو الشبكة سليمان؛ تعيد الصفحة المحاولة من نفسها.
refused-title = هذا غير ممكن الآن
failed-title = لم ينجح ذلك
problem-offline = الخادم لا يجيب.
problem-offline-remedy = تحقق من السلك أو الشبكة.
problem-no-road = لا طريق مفتوحا إلى هناك.
problem-no-road-remedy = انظر أي الطرق مغلقة في هذا اليوم.
problem-nothing-to-undo = لا خطة سابقة.
problem-nothing-to-undo-remedy = ضع خطة.
problem-boarding-has-begun = بدأ الصعود إلى رحلة من هذه الخطة.
problem-boarding-has-begun-remedy = أغلق طريقا أو أخرج مركبة ثم أعد التخطيط: ما حدث يبقى.
problem-plan-is-being-made = تُوضع خطة الآن.
problem-plan-is-being-made-remedy = انتظرها أو أوقفها.
problem-planner-failed = فشل المخطِّط؛ لم يتغير شيء.
problem-planner-failed-remedy = أبلغ عن ذلك مع ملفات العملية.
problem-plan-breaks-a-rule = وجد المدقق قاعدة مخالَفة في الخطة فلم تُسلَّم.
problem-plan-breaks-a-rule-remedy = أبلغ عن ذلك مع ملفات العملية؛ واستعمل قاعدة المسؤول حتى ذلك الحين.
problem-E_CLEARANCE_EXPIRED = مضى على التصريح أكثر من 24 ساعة.
problem-E_CLEARANCE_EXPIRED-remedy = اطلب تصريحا جديدا وسجل وقته.
problem-E_NO_CLEARANCE = لا تصريح بعد.
problem-E_NO_CLEARANCE-remedy = سجل متى أُعطي التصريح.
problem-E_NOT_ACKNOWLEDGED = لم تُقر الجهة المستقبلة بالقائمة.
problem-E_NOT_ACKNOWLEDGED-remedy = أرسل القائمة وانتظر الجواب ثم ضع العلامة.
problem-E_STILL_EXPECTED = في القائمة من ليس حاضرا ولا ممنوعا ولا غائبا.
problem-E_STILL_EXPECTED-remedy = سجل حال كل من في القائمة.
problem-E_NOT_BALANCED = من غادروا لا يساوون من وصلوا + من لهم تفسير.
problem-E_NOT_BALANCED-remedy = سجل كيف وصل كل شخص.
problem-E_WRONG_STATE = تجاوزت الرحلة هذه الخطوة أو لم تبلغها بعد.
problem-E_WRONG_STATE-remedy = انظر حالة الرحلة.
problem-E_NOTHING_TO_UNDO = لا شيء للتراجع عنه.
problem-E_NOTHING_TO_UNDO-remedy = تابع.
problem-E_REFERRAL = هذا الرمز يقتضي إحالة: لا يُترك الشخص وحده أبدا.
problem-E_REFERRAL-remedy = افتح الإحالة وسجلها.
problem-E_NOT_ON_LIST = ليس الشخص في قائمة هذه الرحلة.
problem-E_NOT_ON_LIST-remedy = أعد التخطيط ليكون في رحلة.
problem-E_NOTE_NEEDED = من لا يصل تلزم له ملاحظة.
problem-E_NOTE_NEEDED-remedy = اكتب أين هو ومن أُبلغ.
problem-E_CODE_NEEDED = عدم الصعود يلزم له رمز.
problem-E_CODE_NEEDED-remedy = اختر الرمز الذي يبين السبب.
problem-E_CLEARANCE_IN_FUTURE = وقت التصريح متأخر عن الآن.
problem-E_CLEARANCE_IN_FUTURE-remedy = سجل متى أُعطي.
problem-E_NOBODY_ON_BOARD = لا أحد في المركبة.
problem-E_NOBODY_ON_BOARD-remedy = أعد التخطيط دون هذه الرحلة.
problem-E_CHILD_ALONE = طفل من { $household } في المركبة دون بالغ معيّن له أو من أسرته.
problem-E_CHILD_ALONE-remedy = أنزل الطفل أو انتظر البالغ.
problem-E_BEFORE_DEPARTURE = ستصل الرحلة قبل أن تغادر.
problem-E_BEFORE_DEPARTURE-remedy = صحح الوقت.

what-matters = المهم الآن
before-plan = { $people ->
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
   *[other] { $people } شخصا
} في { $households ->
    [one] أسرة واحدة
    [two] أسرتين
    [few] { $households } أسر
   *[other] { $households } أسرة
} في { $sites ->
    [one] موقع واحد
    [two] موقعين
    [few] { $sites } مواقع
   *[other] { $sites } موقعا
}؛ { $tier1 ->
    [0] لا أحد في الدرجة 1.
    [one] واحد منهم في الدرجة 1.
    [two] اثنان منهم في الدرجة 1.
   *[other] { $tier1 } منهم في الدرجة 1.
}
before-plan-2 = { $vehicles ->
    [one] مركبة واحدة.
    [two] مركبتان.
    [few] { $vehicles } مركبات.
   *[other] { $vehicles } مركبة.
} { $week ->
    [0] لا بلاغ في الأيام السبعة الأخيرة.
    [one] بلاغ واحد في الأيام السبعة الأخيرة.
    [two] بلاغان في الأيام السبعة الأخيرة.
    [few] { $week } بلاغات في الأيام السبعة الأخيرة.
   *[other] { $week } بلاغا في الأيام السبعة الأخيرة.
}
places-known = { $places ->
    [one] مكان واحد في الوجهات.
    [two] مكانان في الوجهات.
    [few] { $places } أماكن في الوجهات.
   *[other] { $places } مكانا في الوجهات.
}
places-unknown = بعض الوجهات لم تذكر كم تستقبل.
people-balance = { $all } شخص = { $trips } في الرحلات + { $waiting } ينتظرون لسبب
plan-checked = دققها برنامج ثانٍ
plan-breached = { $count ->
    [one] قاعدة واحدة مخالَفة
    [two] قاعدتان مخالَفتان
    [few] { $count } قواعد مخالَفة
   *[other] { $count } قاعدة مخالَفة
}
plan-look = أمور للنظر في قسم «الجودة»: { $count }
look-title = ما يطلب المدقق النظر فيه
plan-mode-said = { $mode }، ابتداء من { $starts }
plan-other-day = تعرف هذه الخطة البلاغات حتى { $day }. أعد التخطيط ليؤخذ اليوم المختار في الحسبان.

plan = خطِّط
plan-again = خطِّط من جديد
undo-plan = التراجع عن هذه الخطة
mode = الترتيب
mode-tiers = الأكثر تعرضا أولا
mode-harm = أقل أذى في المجموع
mode-officer = قاعدة المسؤول
mode-tiers-means = الدرجة 1 في أقرب وقت ثم الدرجات 2 و3 و4. لا تكون الدرجة 1 أبدا أسوأ حالا مما في قاعدة المسؤول.
mode-harm-means = أقل أذى في المجموع؛ وتذكر الخطة أي درجة تتحمل ثمن ذلك.
mode-officer-means = أعلى درجة أولا ثم ملء المركبة: ما يفعله مسؤول جيد على الورق.
time-to-search = مدة البحث
seconds = { $count } ث
planning = تقدم الخطة
phase-starting = البدء…
phase-roads = قراءة الطرق والبلاغات
phase-rule = وضع خطة المسؤول
phase-search = البحث عن خطة أفضل
phase-bound = إثبات جودتها
phase-check = تدقيق كل قاعدة
phase-done = تم
stop-keep-best = أوقف واحتفظ بالأفضل
elapsed = { $seconds } من { $limit } ث
served = { $served } من { $total } أسرة لها رحلة
against-rule = أذى أقل بنسبة { $share } من قاعدة المسؤول
rounds = { $count } دورة

map-title = الطرق والمواقع والبلاغات
map-empty = لا أماكن في العملية بعد.
map-keys = مفاتيح الأسهم تنتقل إلى أقرب مكان أو طريق في ذلك الاتجاه، وEnter يختاره. Shift مع الأسهم يحرك الخريطة، وعلامتا الزائد والناقص للتكبير والتصغير، و0 يعرض الكل.
zoom = التكبير
zoom-in = أقرب
zoom-out = أبعد
zoom-all = عرض الكل
legend = معاني العلامات
legend-risk = الخطر: { $band }
legend-closed = مغلق
legend-site = موقع بعدد أشخاصه مقسّم حسب الدرجة
legend-destination = وجهة
legend-week = بلاغ من آخر 7 أيام
legend-month = بلاغ من آخر 30 يوما
legend-older = بلاغ أقدم
band-unknown = غير معروف
band-low = منخفض
band-medium = متوسط
band-high = مرتفع
band-very-high = مرتفع جدا
road-label = طريق { $from } – { $to }، { $km } كم، { $time }، الخطر { $band }، { $closed }
road-facts = { $km } كم · { $time } قيادة · الخطر { $band }
open = مفتوح
closed = مغلق
closing = سيُغلق
closed-by-data = مغلق حسب بيانات هذا اليوم
closed-in-plan = مغلق في الخطة
close-road = إغلاق هذا الطريق
reopen-road = لا تغلقه
compare-routes = مقارنة الطرق
routes-from-here = الطرق من هنا
routes-to-here = الطرق إلى هنا
chosen = المختار على الخريطة
site-label = { $people ->
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
   *[other] { $people } شخصا
} (الدرجة 1: { $t1 }، 2: { $t2 }، 3: { $t3 }، 4: { $t4 })
site-not-assessed = لم يُقيَّموا قط ويُحسبون في الدرجة 2: { $count }
site-held = تؤخرهم البيانات أو الموافقة: { $count }
hazard-known = التهديد معروف
hazard-unknown = لا بلاغ قريبا، وهذا لا يعني «آمن»
hazard-unknown-long = لا بلاغ قريبا. هذا لا يعني «آمن»: الأمر غير معروف.
hazard-figure = تهديد الانتظار: { $risk } لكل 1000 شخص في اليوم
hazard-title = التهديد لكل 1000 في اليوم
places-left = { $left ->
    [0] لا مكان باقيا من { $total }
    [one] مكان واحد باقٍ من { $total }
    [two] مكانان باقيان من { $total }
    [few] { $left } أماكن باقية من { $total }
   *[other] { $left } مكانا باقيا من { $total }
}
places-left-unknown = الأماكن غير معروفة
places-left-title = الأماكن الباقية
left-short = { $left } باقٍ
places-per-day = { $count } في اليوم
services = فيها: { $list }
table-places = المواقع والوجهات
table-roads = الطرق، الأخطر أولا
table-reports = البلاغات المعروفة في هذا اليوم، الأحدث أولا
report-label = { $kind }، { $place }، { $date }، القتلى: { $deaths }
place = المكان
people-short = أشخاص
road = الطريق
km = كم
hours = الوقت
risk = الخطر
state = الحالة
date = التاريخ
kind = النوع
deaths = القتلى
source = المصدر
people = { $count ->
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
   *[other] { $count } شخصا
}

tier = الدرجة
tier-1 = الدرجة 1: حرج
tier-2 = الدرجة 2: مرتفع
tier-3 = الدرجة 3: متوسط
tier-4 = الدرجة 4: منخفض
tier-short-1 = الدرجة 1
tier-short-2 = الدرجة 2
tier-short-3 = الدرجة 3
tier-short-4 = الدرجة 4

kind-one-sided = عنف ضد المدنيين
kind-non-state = قتال بين جماعات مسلحة
kind-state-based = قتال مع قوات دولة
kind-remote = قصف أو ألغام أو متفجرات
kind-unrest = اضطرابات أو نهب
kind-other = عنف آخر
service-food = غذاء
service-shelter = مأوى
service-medical = رعاية طبية
service-surgery = جراحة
service-water = ماء
service-maternity = رعاية الولادة
service-child-protection = حماية الطفل
vehicle-bus = حافلة
vehicle-minibus = حافلة صغيرة
vehicle-truck = شاحنة
vehicle-4x4 = سيارة دفع رباعي
vehicle-car = سيارة
vehicle-ambulance = سيارة إسعاف
vehicle-vehicle = مركبة
by-sex = الجنس
by-age = العمر
by-age-band = العمر
by-disability = الإعاقة
by-site = الموقع
by-need = الحاجة
by-all = الكل
by-tier = الدرجة
by-children = الأطفال
group-none = لا حاجة
group-child-with-family = أطفال مع أسرهم
group-child-chaperoned = أطفال مع مرافق
group-child-alone = أطفال وحدهم
group-female = نساء وفتيات
group-male = رجال وفتيان
group-not-said = لم يُذكر
group-unknown = غير معروف
group-with = ذوو إعاقة
group-without = بلا إعاقة
group-yes = نعم
group-no = لا
group-child = أطفال
group-adult = بالغون
group-older = كبار السن

trips-title = الرحلات
trips-count = الرحلات: { $trips }، المركبات: { $vehicles }
trip = الرحلة
vehicle = المركبة
departs = المغادرة
ends = النهاية
from = من
to = إلى
no-plan-title = لا خطة بعد
no-plan-hint = اضغط «خطِّط»: من يغادر ومتى وفي أي مركبة ومن أي طريق.
no-trips-title = لا رحلة في الخطة
no-trips-hint = يبيّن قسم «لم يُنقلوا» السبب وما يرفعه.
trip-number = الرحلة { $trip }
trip-open = فتح الرحلة { $trip }
trip-title = الرحلة { $trip }: { $people } أشخاص إلى { $to }
trip-label = الرحلة { $trip }، { $vehicle }، الأشخاص: { $people } (من الدرجة 1: { $tier1 })، من { $from } إلى { $to }، المغادرة { $depart }، النهاية { $end }
state-planned = مقررة
state-boarding = صعود
state-departed = غادرت
state-arrived = وصلت
state-closed = أُغلقت
room = المقاعد: { $seats }{ $bays ->
    [0] {""}
   *[other] ، الكراسي المتحركة: { $bays }
}{ $stretchers ->
    [0] {""}
   *[other] ، النقالات: { $stretchers }
}
trip-cost = { $km } كم، الخطر { $risk } للشخص
board-trip = صعود الركاب
print-for = طباعة لـ
for-driver = السائق
for-escort = الحراسة
for-receiving = الجهة المستقبلة
for-sending = الجهة المرسلة
manifest-csv = جدولا (CSV)
stop-boards = يصعد { $people } (أسر: { $households })
stop-alights = ينزل { $people } (أسر: { $households })
leg-facts = { $km } كم، { $time } قيادة، الخطر { $risk }
halt-at = مبيت في { $place }
stands-at = موجودة في { $place }
crew-woman-crew = امرأة في الطاقم
crew-medical-crew = طاقم طبي
crew-escort = حراسة
lost-short = خارج الخدمة
pinned-short = محجوزة
lose-vehicle = المركبة خارج الخدمة
vehicle-back = ما زالت في الخدمة
pin-vehicle = حجزها للحراسة أو للاحتياط
unpin-vehicle = لا تحجزها
lost-in-plan = خارج الخدمة في الخطة
pinned-in-plan = محجوزة في الخطة

tab-queue = الانتظار
tab-waiting = لم يُنقلوا
tab-routes = الطرق
tab-figures = الجودة
tab-findings = البيانات
queue-hint = تُظهر القائمة مكان كل أسرة وسببه متى وُجدت خطة.
queue-pages = صفحات القائمة
search-household = ابحث عن أسرة أو موقع
filter-tier = الدرجة
filter-what = في رحلة أو تنتظر
filter-site = الموقع
all-tiers = كل الدرجات
all-sites = كل المواقع
what-all = كل الأسر
what-moved = في رحلة
what-waiting = تنتظر
on-trip = الرحلة { $trip }
waits = تنتظر
goes-to = تذهب إلى { $place }
blocked-by = يؤخرها:
would-lift = ما يرفع السبب:
show-trip = إظهار الرحلة { $trip }
hold-back = تأخيرها
not-held = لا
waiting-hint = من لا يمكن نقلهم ولماذا، متى وُجدت خطة.
nobody-waits = الجميع في رحلة.
blocked-count = { $people ->
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
   *[other] { $people } شخصا
} في { $households ->
    [one] أسرة واحدة
    [two] أسرتين
    [few] { $households } أسر
   *[other] { $households } أسرة
}
which-households = أي أسر
and-more = و{ $count } أخرى

sites = المواقع
destinations = الوجهات
other-places = أماكن أخرى
routes-same = اختر مكانين مختلفين.
routes-none = لا طريق مفتوحا إلى هناك.
routes-count = { $count ->
    [one] طريق واحد جدير بالاختيار: لا أسرع منه ولا أأمن.
   *[other] الطرق الجديرة بالاختيار { $count }: ليس بينها ما هو أبطأ وأقل أمنا معا من غيره.
}
way-number = الطريق { $number }
way-head = { $time } قيادة، الخطر { $band }
way-ours = اختاره البرنامج
way-in-plan = في الخطة
way-taken = ضمن التغييرات: إخراجه
use-this-way = اختيار هذا الطريق
way-fastest = أسرع طريق.
way-trade = أطول من الأسرع بـ { $time }، والخطر أقل بنسبة { $share }.
length = الطول
km-value = { $km } كم
arrival-after = الوصول بعد
risk-figure = الخطر لكل 1000
halts = المبيت في الطريق
no-halt = لا مبيت
curfew-margin = الوقت الباقي لحظر التجول
no-curfew = لا حظر تجول
worst-segment = أخطر مقطع
turn-back = آخر نقطة للرجوع
newest-report = أحدث بلاغ
no-report = لا بلاغ قريبا
days-ago = { $count ->
    [0] اليوم
    [one] أمس
    [two] قبل يومين
    [few] قبل { $count } أيام
   *[other] قبل { $count } يوما
}
unknown-share = لا شيء معروف عن { $share } من الطريق. هذا لا يعني «آمن».
reports-behind = البلاغات التي وراء الخطر: { $count }
share-of-risk = { $share } من الخطر

changes-title = ليس في الخطة بعد
take-out = إخراج: { $what }
clear-changes = مسح الكل
from-when = يسري من
replan = أعد التخطيط
change-closed = الطريق { $from } – { $to } مغلق
change-lost = { $vehicle } خارج الخدمة
change-pinned = { $vehicle } محجوزة
change-chosen = الطريق { $from } – { $to } عبر { $over }
change-held = تأخير { $household }: { $why }
proposal-title = اقتراح: لم يُقبل بعد
trips-changed = { $count ->
    [0] لا رحلة تتغير.
    [one] رحلة واحدة تتغير.
    [two] رحلتان تتغيران.
    [few] { $count } رحلات تتغير.
   *[other] { $count } رحلة تتغير.
}
no-promise-broken = لم يُخلف أي وعد للدرجة 1.
promises-broken = { $count ->
    [one] أسرة واحدة من الدرجة 1 تغادر متأخرة أو لا تغادر.
    [two] أسرتان من الدرجة 1 تغادران متأخرتين أو لا تغادران.
    [few] { $count } أسر من الدرجة 1 تغادر متأخرة أو لا تغادر.
   *[other] { $count } أسرة من الدرجة 1 تغادر متأخرة أو لا تغادر.
}
radio-lines = يُقرأ عبر اللاسلكي
no-lines = لا شيء يُقرأ: لا أحد يجب إبلاغه.
made-under = وُضع في ظل: { $changes }
accept = قبول
discard = ترك

figures-hint = أوقات الانتظار والفرق عن الحد المثبت ومن ينتظر، متى وُجدت خطة.
tiers-title = حسب الدرجة
held-beside = محبوسون بقاعدة قبل أي بحث: { $people } شخصا. أذاهم حتى النهاية { $harm } ليس في أي رقم أعلاه.
tiers-hint = الأذى هو الحوادث المتوقعة مضروبة في شدتها ومجموعة على الأشخاص. لا خطة يمكن أن تنزل تحت الحد.
moved-of = نُقلوا
mean-wait = متوسط الانتظار
last-wait = آخر مغادرة
hours-value = { $hours } س
harm = الأذى
against-officer = مقارنة بقاعدة المسؤول
gap = أقصى فرق عن الحد
all-weighted = الكل، مرجحا
inversions-title = { $count ->
    [0] لا أحد تُجووز
    [one] أسرة واحدة تُجووزت
    [two] أسرتان تُجووزتا
    [few] { $count } أسر تُجووزت
   *[other] { $count } أسرة تُجووزت
}
no-inversions = لا أحد من درجة أدنى يغادر موقعا قبل من هو في درجة أعلى.
inversions-hint = يغادر الموقع نفسه قبلها من هو في درجة أدنى. لكل حالة سبب تحقق منه المدقق.
inversions-pages = صفحات من تُجووزوا
inversion = { $later } ({ $site }) تنتظر بينما يغادر آخرون في
disparity-title = من ينتظر، حسب المجموعة
disparity-hint = لينظر فيها الناس. لا يقرأ المخطِّط هذه المجموعات أبدا.
disparity-none = لا شيء للمقارنة.
group = المجموعة
ratio = الانتظار مقارنة بالآخرين
look = للنظر
review = يُنظر فيه
sensitivity-title = إن كان التهديد نصفا أو ضعفا
sensitivity-hint = المؤكد ترتيب التهديدات لا حجمها. قلة التغييرات تعني أن الخطة لا تتوقف عليه.
sensitivity-coming = يُحسب الآن، ويمكن استعمال الخطة في أثناء ذلك.
sensitivity-none = لم يُحسب لهذه الخطة.
hazard-scale = التهديد
trips-changed-title = رحلات تتغير
households-changed = أسر تتغير

no-findings = لم يوجد خطأ في البيانات.
findings-pages = صفحات الملاحظات
filter-severity = الخطورة
filter-file = الملف
all-files = كل الملفات
severity-all = الكل ({ $count })
severity-error = تُرك
severity-warning = استُبدل أو مشكوك فيه
severity-note = للعلم
row-number = الصف { $row }

back-to-plan = العودة إلى الخطة
boarding-title = الصعود: الرحلة { $trip }، { $vehicle }
count-expected = في القائمة
count-boarded = حاضرون
count-refused = لا يصعدون
count-no-show = لم يحضروا
balance = غادروا { $departed } = وصلوا { $arrived } + لهم تفسير { $explained }:
balanced = متطابق
not-balanced = غير متطابق بعد
next-step = الخطوة التالية
said-clearance = تصريح
said-departed = غادرت
said-arrived = وصلت
said-closed = أُغلقت
time-clear = وقت إعطاء التصريح
time-depart = وقت المغادرة
time-arrive = وقت الوصول
time-close = وقت الإغلاق
do-clear = تسجيل التصريح
do-depart = مغادرة
do-arrive = وصول
do-close = إغلاق
acknowledged = أقرّت الجهة المستقبلة بالقائمة
undo-entry = التراجع عن آخر تسجيل
no-passengers = لا يصعد أحد في هذه الرحلة.
search-person = ابحث عن شخص أو أسرة
only-open = من لم يُسجل حاله فقط
rest-arrived = وصل الباقون ({ $count })
nobody-open = سُجلت حال الجميع.
all-present = حضر الجميع ({ $count })
mark-present = حاضر
mark-refused = لا يصعد…
mark-no-show = لم يحضر
status-expected = منتظر
status-boarded = حاضر
status-refused = لا يصعد
status-no-show = لم يحضر
status-arrived = وصل
status-hospital = مستشفى
status-missing = مفقود
status-diverted = حُوّل
status-deceased = متوفى
otherwise = غير ذلك…
outcome-note = ماذا حدث وأين ومن يعلم
outcome-note-needed = لا بد من ملاحظة: من غادروا = من وصلوا + من لهم تفسير.
age = { $age } سنة
age-about = نحو { $age } سنة
age-unknown = العمر غير معروف
child = طفل
refusal-code = لماذا لا يصعد
choose-code = اختر…
refusal-note = ملاحظة (اختيارية)
referral-note = فُتحت إحالة لدى
referral-hint = لا يُترك وحده أبدا: يجب فتح إحالة.
refusal-hint = اشرح له بلغة يفهمها، وكيف يتظلم، ومتى يكون المكان التالي.
save-refusal = حفظ
cancel = إلغاء
reading-in-title = تجري قراءة قائمة أشخاص العملية
reading-in = أُنشئ { $done } من { $of } سجل. يمكنك الاطلاع على الطرق والتقارير؛ ويمكن وضع خطة عند اكتمالها.
problem-operation-being-read-in = لا تزال قائمة أشخاص العملية قيد القراءة.
problem-operation-being-read-in-remedy = انتظر حتى تكتمل.
problem-office-not-set-up = لم يُهيَّأ المكتب بعد.
problem-office-not-set-up-remedy = هيّئه بالأمر amana init.
name-withheld = محجوب
