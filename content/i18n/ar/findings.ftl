# ما في البيانات من خطأ وما العمل: finding-<code>.

finding-answer-calculation-differs = القيمة المرسلة ليست ما يُحسب هنا؛ أُبقيت قيمتنا. لا شيء يلزم.
finding-answer-choice-hidden = لا يُسجَّل هذا هنا. سجّله في ملف الحالة، مع من يجوز له أن يعلم.
finding-answer-choice-not-under = هذه الإجابة لا تتبع ما اختير أعلاه. اختر من جديد.
finding-answer-choice-retired = لم تعد هذه الإجابة متاحة. اختر غيرها من القائمة.
finding-answer-choice-twice = اختيرت الإجابة نفسها مرتين. اخترها مرة واحدة.
finding-answer-constraint = هذه الإجابة غير مقبولة. صحّحها.
finding-answer-hidden = لا يُطرح هذا السؤال بالنظر إلى الإجابات الأخرى؛ تُركت إجابته. لا شيء يلزم، أو صحّح الإجابات الأخرى.
finding-answer-missing = هذا السؤال يحتاج إلى إجابة قبل المتابعة. أجب عنه، أو قل إنه غير معروف أو مرفوض إن سمح السؤال بذلك.
finding-answer-not-a-choice = هذه الإجابة ليست في القائمة. اختر من القائمة.
finding-answer-silence = هذا السؤال يحتاج إلى إجابة: لا يمكن أن يبقى غير معروف أو مرفوضًا. أجب عنه.
finding-answer-too-few-rows = الأسطر هنا ناقصة: { $least } على الأقل. أضف ما ينقص.
finding-answer-too-many-rows = الأسطر هنا كثيرة: { $most } على الأكثر. احذف بعضها.
finding-answer-unknown-field = لا يوجد هذا السؤال في الاستمارة هنا. أعد تحميل الصفحة؛ تبقى إجاباتك فيها.
finding-answer-wrong-type = الإجابة ليست بالشكل المطلوب. صحّحها.
finding-age-out-of-range = سيكون عمر الشخص { $value } سنة. تحقق من سنة الميلاد.
finding-capacity-unknown = لا شيء يبين كم يستقبل هذا المكان؛ يُفترض ألا حد له. اسأل الجهة المستقبلة.
finding-closure-date-unreadable = «{ $value }» ليس تاريخا؛ يُعد الإغلاق مفتوحا من ذلك الطرف. اكتب تاريخا مثل 2014-05-13.
finding-closure-dates-exchanged = ينتهي الإغلاق قبل أن يبدأ؛ عُدّ التاريخان متبادلين. اكتب الأسبق في closed_from.
finding-closure-unknown-place = يذكر الإغلاق «{ $place }» وهو ليس بين الأماكن. أقرب الأسماء: { $near }.
finding-closure-without-pair = لا يذكر الصف دولتين ولا مكانين؛ تُرك. املأ country_a وcountry_b أو from وto.
finding-closure-without-road = لا طريق مباشرا من { $a } إلى { $b }؛ لا يغير الإغلاق شيئا. تحقق من الأسماء.
finding-configuration-unreadable = «{ $value }» ليس مقاعد/كراسي/نقالات. اكتب 40/0/0|34/2/0.
finding-consent-unreadable = «{ $value }» ليس موافقة؛ تُعد منتظرة. اكتب given أو refused أو withdrawn أو pending.
finding-dates-swapped = تغادر المركبة قبل أن تأتي. ضع الوقت الأخير في available_to.
finding-destination-twice = المكان وجهة من قبل؛ تُرك هذا الصف. اجمع الصفين.
finding-file-missing = لا يوجد { $file }. أضفه؛ أعمدته في docs/formats.md.
finding-fitness-unreadable = «{ $value }» ليس yes ولا no ولا until مع تاريخ؛ يُعد no. اكتب yes أو no أو until 2014-01-20.
finding-hours-swapped = تغلق الوجهة قبل أن تفتح. ضع الوقت الأخير في closes.
finding-household-apart = أفراد الأسرة { $household } في مواقع مختلفة؛ أُخّرت. اجمعهم أو صحح الموقع.
finding-missing-column = العمود «{ $name }» غير موجود. أضفه.
finding-missing-value = الخلية فارغة. املأ «{ $name }».
finding-need-unknown = «{ $value }» ليست حاجة معروفة؛ تؤخَّر الأسرة حتى يتضح الأمر. الكلمات في docs/formats.md.
finding-need-unreadable = «{ $value }» يحتاج إلى رقم مثل max_ride_min=30.
finding-no-destinations = لا وجهة صالحة: لا يمكن نقل أحد. أضف أماكن إلى destinations.csv.
finding-no-header = الملف فارغ أو بلا صف عناوين. يجب أن يسمي الصف الأول الأعمدة.
finding-no-incidents = لا يوجد incidents.csv: كل طريق وموقع غير معروف وليس آمنا. أضف ما لديك من بلاغات.
finding-no-places = تعذرت قراءة أي مكان. أضف صفا واحدا على الأقل باسم وخط عرض وخط طول.
finding-no-room = لا مقعد ولا مكان كرسي ولا نقالة في المركبة { $value }. املأ سعتها أو احذف الصف.
finding-no-vehicles = لا مركبة صالحة: لا يمكن نقل أحد. أضف مركبات إلى fleet.csv.
finding-not-utf8 = النص ليس بترميز UTF-8؛ تظهر الحروف غير المقروءة �. احفظ الملف بصيغة «CSV UTF-8».
finding-number-too-small = { $value } غير ممكن هنا. اكتب رقما لا يقل عن { $least }.
finding-osm-no-roads = لا يحتوي الملف طريقا تصلح للسيارات. خذ مقتطفا لمنطقة العملية.
finding-osm-nodes-missing = { $missing } من { $all } نقطة ليست في المقتطف؛ تنتهي الطرق عند حافته.
finding-place-duplicate = «{ $place }» موجود في الصف { $first }؛ تُرك هذا الصف. أعط كل مكان اسما خاصا به.
finding-place-far-from-road = يبعد «{ $place }» { $km } كم عن أقرب طريق. تحقق من موقعه.
finding-place-outside-country = يبعد «{ $place }» { $km } كم عن وسط أماكن { $group }؛ أُبقي كما كُتب. تحقق من خطي العرض والطول والبلد.
finding-place-swapped = يبعد «{ $place }» { $km } كم عن وسط أماكن { $group } ويقترب منه إن تبادل خطا العرض والطول؛ أُبقي كما كُتب. تحقق من الخليتين.
finding-place-unknown = «{ $value }» ليس في places.csv. أضفه أو صحح الاسم.
finding-place-unreachable = لا طريق من الأماكن الأخرى إلى { $places } ذهابا وإيابا. أضف الطريق أو صحح اتجاهه.
finding-places-cut-off = { $places } متصلة بعضها ببعض دون الأماكن الأخرى. أضف الطريق الذي يصلها.
finding-report-date-missing = البلاغ بلا تاريخ وقد تُرك. املأ يوم بدايته.
finding-report-date-unreadable = «{ $value }» ليس تاريخا. اكتب تاريخا مثل 2014-01-15.
finding-report-duplicate-id = البلاغ { $id } موجود في الصف { $row }؛ تُرك هذا الصف. أعط كل بلاغ معرّفا خاصا به.
finding-report-end-before-start = ينتهي البلاغ قبل أن يبدأ؛ عُدّ ليوم واحد. صحح أحد التاريخين.
finding-report-far-away = البلاغ بعيد عن غيره؛ أُبقي. تحقق من خطي العرض والطول.
finding-report-kind-unknown = نوع العنف «{ $value }» غير معروف؛ يُعد عنفا آخر.
finding-report-lat-lon-swapped = يبدو خطا العرض والطول متبادلين؛ قُرئ البلاغ معكوسا. بدّل الخليتين.
finding-report-precision-unknown = «{ $value }» ليس درجة دقة للمكان؛ عُدّ البلاغ في حدود 25 كم. اكتب من 1 (دقيق) إلى 6 (بلد).
finding-report-status-unknown = الحالة «{ $value }» غير معروفة؛ يُعد البلاغ مبلَّغا.
finding-reports-after-as-of = بلاغات تبدأ بعد { $as_of } وقد تُركت: { $count }. لا شيء يلزم عند النظر إلى الماضي.
finding-road-duplicate = الطريق موجود في الصف { $first }. احذف أحد الصفين.
finding-road-length-impossible = { $km } كم ليس طولا ممكنا. اكتب الطول بالكيلومترات.
finding-road-much-longer-than-straight = طول { $a } – { $b } { $km } كم والخط المستقيم { $straight } كم فقط. تحقق من الطول والموقعين.
finding-road-parallel = الطريق موجود في الصف { $first } بطول آخر؛ أُبقي كلاهما. احذف الخطأ إن كان طريقا واحدا.
finding-road-self-loop = يبدأ الطريق وينتهي في { $place }. اكتب المكان الذي يؤدي إليه أو احذف الصف.
finding-road-shorter-than-straight = طول { $a } – { $b } { $km } كم والخط المستقيم { $straight } كم؛ أُبقي كما كُتب. أعد القياس وصحح.
finding-road-unknown-place = يذكر الطريق «{ $place }» وهو ليس بين الأماكن. أقرب الأسماء: { $near }.
finding-row-length = في الصف { $cells } خلايا وفي العناوين { $header }. ابحث عن فاصلة ناقصة أو زائدة.
finding-row-unreadable = تعذرت قراءة الصف. ابحث عن علامة اقتباس غير مغلقة.
finding-setting-out-of-range = «{ $key }» خارج الحدود. قارنه بالمثال المرفق.
finding-speed-factor = { $value } ليس معاملا بين 0.1 و2؛ 1 هو السرعة المعتادة للطريق.
finding-starts-unreadable = «{ $value }» ليس وقت بداية. اكتب 2014-01-15T05:00.
finding-tie-to-self = الشخص مربوط بنفسه. اذكر الشخص الآخر.
finding-tie-unknown = لا يذكر الرابط أحدا من هذا الملف؛ أُخّرت الأسرة. صحح المعرّف.
finding-ties-in-a-circle = من يرافق بعضهم بعضا يشكلون حلقة؛ أُخّروا جميعا. بيّن من هو المشمول بالرعاية.
finding-timezone-unknown = «{ $value }» ليس منطقة زمنية. اكتب اسم IANA مثل Africa/Bangui.
finding-unreadable-value = تعذرت قراءة «{ $value }»؛ المنتظر: { $expected }.
finding-vehicle-twice = المركبة { $value } مكررة؛ تُرك هذا الصف. أعط كل مركبة معرّفا خاصا بها.
finding-girl-without-a-woman = فتاة غير مصحوبة ({ $value }) لا ترافقها امرأة. عيّنوا مرافقة لها، أو اكتبوا woman_crew في احتياجاتها.
finding-plan-inversion-unexplained = يغادر { $stop } أولا في الرحلة { $trip } من هو في درجة أدنى مع أن لا قاعدة منعت { $household } منها. انظر في الحالتين وانقلهم يدويا عند الحاجة.
finding-plan-led-around = رحلة جارية تلتف حول طريق مغلق، وعندها { $rule ->
    [plan-kept-apart-arrival] يصل في يوم واحد إلى مكان واحد أشخاص يجب الفصل بينهم. رتّبوا استقبالهم منفصلين.
    [plan-fitness-ends] يصل أحدهم بعد انتهاء صلاحيته للسفر. اطلبوا حضور طبيب.
    [plan-ride-too-long] تطول الرحلة عما يحتمله أحدهم. اتصلوا بها ورتّبوا توقفا.
    [plan-in-the-dark] يكون في الطريق ليلا من لا يجوز سفره ليلا. اتصلوا بها وابحثوا عن توقف آمن.
    [plan-gate-closed] تصل والوجهة مغلقة. اطلبوا فتحها.
    [plan-day-full] يصل في يوم أكثر مما تستقبله الوجهة. أبلغوها.
    [plan-out-of-range] لا يكفي الوقود. أرسلوا وقودا.
   *[other] تُخرق قاعدة. اتصلوا بها.
}
finding-plan-road-closed-ahead = أمام الرحلة { $trip } طريق مغلق ({ $from } – { $to }) ولا طريق غيره. اتصلوا بها وأبقوها في آخر مكان آمن.
finding-plan-vehicle-lost-under-way = فُقدت المركبة { $vehicle } في الرحلة { $trip } وكانت قد انطلقت. اتصلوا بها، وأرسلوا مركبة أخرى لمن على متنها.
