# التسليم والمشاركة والدمج والمحو: ما يُقرَّر مرة واحدة بشأن سجل.

decisions-title = قرار
offer-it = تسليم
assign-it = تكليف
share-it = تسجيل إفصاح
merge-it = البحث عن الشخص نفسه
erase-it = طلب المحو
withdraw-it = الشخص يسحب موافقته
offered-title = معروض على { $to }
offered-to-you = معروض عليك
offered-by = من { $by }، { $agency }: { $why }
take-over = قبول
decline = رفض
take-offer-back = سحب العرض
offers-title = معروض عليك
offers-hint = إلى أن تقبل يبقى من يعرضه مسؤولاً عنه. سترى محتواه عندما يصبح لك.
hand-over-title = تسليم
hand-over-hint = يُسألون أولاً؛ وإلى أن يقبل أحد يبقى لدى صاحبه الحالي.
assign-title = تكليف
assign-hint = يسري فوراً دون سؤالهم.
take-it-yourself = أنت
nobody-takes = لا أحد غيرك هنا يستطيع العمل على هذا السجل. اسأل من يمنح الصلاحيات في مكتبك.
to-whom = إلى من
of-agency = { $agency }
partner-needs-consent = هم من وكالة أخرى: لا يُنقل إلا بموافقة تسمي هذه الوكالة أو بأساس آخر مسجل.
share-title = تسجيل إفصاح
share-hint = ما أُعطي لآخرين بأي طريقة كانت. ويمكن إخبار الشخص به.
send-title = إرسال: { $step }
share-on = على أي أساس
share-on-consent = موافقة { $code }: { $purpose }، { $recipient }
share-on-other = أساس آخر
share-lapsed = غير سارية
no-consents = لم تُسجل أي موافقة لهذا الشخص بعد. أضف واحدة أولاً أو سمِّ أساساً آخر.
share-what = ما الذي يتلقونه
share-purpose = لأي غرض
share-recipient = من يتلقاه
share-recipient-name = اسم المتلقي
share-basis = الأساس
basis-vital-interest = المصلحة الحيوية للشخص
basis-best-interests = المصلحة الفضلى للطفل
basis-mandatory-reporting = واجب الإبلاغ
basis-legal-obligation = واجب قانوني آخر
share-reason = لماذا ينطبق هنا
share-supervisor = من وافق
record-disclosure = تسجيل
consents-title = الموافقات
consent-holds = سارية
recall-title = سُحبت الموافقة: يجب السحب قبل { $at }
recall-hint = لا يجوز مشاركة شيء آخر على أساسها. أوقف ما هو جارٍ واسحبه.
carried-title = ما شورك على أساس هذه الموافقة
carried-none = لم يُشارك شيء على أساس هذه الموافقة.
withdraw-title = الشخص يسحب موافقته
withdraw-affects = { $count ->
    [0] لم يُشارك شيء على أساسها، ولن يُشارك شيء من الآن.
    [one] استندت إليها مشاركة واحدة. لن يُشارك شيء بعد الآن، ويجب سحب ما هو جارٍ خلال 24 ساعة.
    [two] استندت إليها مشاركتان. لن يُشارك شيء بعد الآن، ويجب سحب ما هو جارٍ خلال 24 ساعة.
    [few] استندت إليها { $count } مشاركات. لن يُشارك شيء بعد الآن، ويجب سحب ما هو جارٍ خلال 24 ساعة.
   *[other] استندت إليها { $count } مشاركة. لن يُشارك شيء بعد الآن، ويجب سحب ما هو جارٍ خلال 24 ساعة.
  }
withdraw-now = سحب الموافقة
received-title = من تلقى
received-none = لم يُعطَ شيء لأحد، بقدر ما يجوز لك أن تعرف.
received-what = ماذا
received-on = على أي أساس
received-carrier = بواسطة
consent-word = موافقة
absorbed-title = الشخص نفسه
unmerge = فصل من جديد
unmerge-title = فصل الاثنين من جديد
unmerge-hint = يبقى كلاهما كما كان، مع ما كُتب فيه منذ ذلك الحين.
pairs-link = تكرارات محتملة
pairs-title = تكرارات محتملة
pairs-hint = أشخاص ربما سُجلوا مرتين، والسبب. أنت وحدك من يقول إن كانوا شخصاً واحداً.
pairs-looked = { $looked ->
    [one] فُحص شخص واحد.
    [two] فُحص شخصان.
    [few] فُحص { $looked } أشخاص، الأحدث أولاً.
   *[other] فُحص { $looked } شخصاً، الأحدث أولاً.
  } { $count ->
    [0] لا يبدو أن أحداً منهم سُجل مرتين.
    [one] زوج واحد ربما يكون شخصاً واحداً.
    [two] زوجان ربما يكون كل منهما شخصاً واحداً.
    [few] { $count } أزواج ربما يكون كل منها شخصاً واحداً.
   *[other] { $count } زوجاً ربما يكون كل منها شخصاً واحداً.
  }
pairs-further = متابعة البحث
compare = مقارنة
are-different = شخصان مختلفان
merge-title = شخص واحد أم اثنان؟
merge-hint = يحتفظ كلاهما بتاريخه. الباقي يأخذ الإجابات التي تختارها، والآخر يشير إليه. ويمكن التراجع عن ذلك.
merge-stays = هذا يبقى
merge-choose = أيهما يبقى
merge-take = خذ هذه الإجابة
merge-differs = مختلف
merge-same-answers = الإجابات الأخرى متطابقة.
merge-why = ما الذي أقنعك
merge-do = هما شخص واحد: دمج
merge-none-alike = لم يُعثر على من قد يكون الشخص نفسه. ابحث بالاسم.
merge-with = من قد يكون الشخص نفسه
erase-title = طلب المحو
erase-hint = يجب أن يوافق شخص ثانٍ. عندئذ تُتلف المفاتيح ولا يستطيع أحد قراءته أبداً، ولا من النسخ الاحتياطية اللاحقة. يبقى التدقيق مع شهادة: الرمز والسبب واليوم واسماكما. وتذهب معه الموافقات والملاحظات التابعة له؛ وما هو مفتوح يجب إغلاقه أولاً.
erase-asked-title = { $by } يطلب محو هذا السجل
erase-agree = موافقة: محو نهائي
erase-agree-title = محو نهائي؟
erase-keep = عدم المحو
erased = تم المحو. الشهادة موجودة في التدقيق.
gone-title = تم
gone-hint = لم يعد هذا السجل متاحاً لك.
back-to-list = إلى القائمة
certificates-title = شهادات المحو
certificate-line = { $code } مع { $parts ->
    [0] لا شيء آخر
    [one] جزء واحد
    [two] جزأين
    [few] { $parts } أجزاء
   *[other] { $parts } جزءاً
  }: { $why }
certificate-people = طلبه { $by } ووافق عليه { $witness }
taken-back-record = سُحب
same-as-another = مطابق لآخر
area-choice = مجال العمل
consent-for = { $purpose }، { $recipient }
action-withdraw = سحب موافقة
action-unmerge = فصل
action-erase-asked = طلب المحو
action-certify = أصدر شهادة محو
reason-erase-waits = طلب أحدهم ذلك بالفعل. يجب أن يوافق شخص آخر.
problem-share-nothing = لم يُختر شيء للمشاركة.
problem-share-nothing-remedy = اختر ما يتلقونه.
problem-share-no-supervisor = من سُمي موافقاً لا يحق له الموافقة على هذا.
problem-share-no-supervisor-remedy = اختر مشرفاً من القائمة.
problem-share-other-recipient = الموافقة لمتلقٍ آخر غير الوكالة التي ستحصل على السجل.
problem-share-other-recipient-remedy = اطلب من الشخص موافقة لهذه الوكالة باسمها.
problem-transfer-two-agencies = هؤلاء من وكالتين.
problem-transfer-two-agencies-remedy = اعرضه على وكالة واحدة.
problem-record-without-person = هذا السجل لا يسمي من يخصه.
problem-record-without-person-remedy = أدخل الشخص أولاً.
