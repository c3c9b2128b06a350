# لماذا قرر البرنامج ما قرره: reason-<code>. رموز عدم الصعود: nb-<code>.

reason-headline-trips = { $trips ->
    [one] رحلة واحدة
    [two] رحلتان
    [few] { $trips } رحلات
   *[other] { $trips } رحلة
} على مدى { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
   *[other] { $days } يوما
} تنقل إلى الأمان { $people ->
    [one] شخصا واحدا.
    [two] شخصين.
    [few] { $people } أشخاص.
   *[other] { $people } شخصا.
}
reason-headline-first-tier = { $moved ->
    [0] لا يغادر أحد من الدرجة { $tier }: ينتظر { $people }.
   *[other] الدرجة { $tier }: يغادر { $moved } من { $people }، آخرهم بعد { $hours } ساعة من البداية.
}
reason-headline-first-tier-waits = الدرجة { $tier }: { $people ->
    [one] شخص واحد ينتظر
    [two] شخصان ينتظران
    [few] { $people } أشخاص ينتظرون
   *[other] { $people } شخصا ينتظرون
} لأن { $reason ->
    [consent-pending] الموافقة لم تُعطَ بعد.
    [consent-refused] الموافقة رُفضت.
    [consent-withdrawn] الموافقة سُحبت.
    [not-fit] أحدهم غير لائق للسفر.
    [no-chaperone] طفلا بلا مرافق.
    [too-few-escorts] أطفالا مرافقوهم أقل مما يلزم.
    [best-interests-open] إجراء مصلحة الطفل الفضلى لم يكتمل.
    [children-alone] أطفالا سيكونون وحدهم مع الطاقم.
    [family-separated] الأسرة غير مجتمعة.
    [tie-elsewhere] من يسافرون معه في مكان آخر.
    [data-problem] صفا في البيانات يجب تصحيحه.
    [no-destination-fits] لا وجهة مناسبة.
    [no-destinations] لا وجهة موجودة.
    [no-vehicle-fits] لا مركبة تتسع لما يحتاجون إليه.
    [no-vehicle-offers] لا مركبة توفر ما يحتاجون إليه.
    [no-vehicle-in-time] لا مركبة متاحة في الوقت.
    [no-vehicles] لا مركبة موجودة.
    [no-road] لا طريق مفتوحا إلى وجهة.
    [no-road-to-site] لا طريق مفتوحا إلى الموقع.
    [no-way-in-time] لا طريق يمكن قطعه في الوقت.
    [destination-full] الوجهات ممتلئة.
    [destination-closed] الوجهة مغلقة حينها.
    [destination-day-too-small] الوجهة تستقبل عددا أقل في اليوم.
    [fitness-ends] صلاحية اللياقة للسفر تنتهي مبكرا.
    [held-by-officer] مسؤولا يؤخرهم.
    [larger-than-any-vehicle] الأسرة أكبر من أي مركبة.
    [convoy-too-few-vehicles] المركبات أقل من أن تأخذ كل أقسام الأسرة معا.
    [convoy-no-road] لا يصل إلى الموقع بالطريق ما يكفي من مركباتها.
    [convoy-not-in-time] لا يمكن أن تجتمع مركباتها في الوقت.
    [no-second-adult] سيكون الطفل وحده مع بالغ واحد.
    [only-by-day] سفرهم لا يجوز إلا نهارا.
    [out-of-range] الوقود لا يكفي.
    [ride-too-long] الرحلة ستطول أكثر مما يجوز.
   *[other] { $reason }.
}
reason-headline-waiting = { $people ->
    [one] شخص واحد يبقى
    [two] شخصان يبقيان
    [few] { $people } أشخاص ({ $households } أسر) يبقون
   *[other] { $people } شخصا ({ $households } أسرة) يبقون
}، ولكل سبب وما يرفعه.
reason-headline-held = منهم { $people } تحبسهم قاعدة قبل أي بحث (الموافقة أو الصلاحية للسفر أو حماية طفل أو انعدام الطريق)، وأذاهم حتى النهاية { $harm } يُذكر بجانب أذى الخطة.
reason-headline-not-assessed = { $people ->
    [one] شخص واحد لم يُقيَّم قط ويُحسب في الدرجة 2
    [two] شخصان لم يُقيَّما قط ويُحسبان في الدرجة 2
    [few] { $people } أشخاص لم يُقيَّموا قط ويُحسبون في الدرجة 2
   *[other] { $people } شخصا لم يُقيَّموا قط ويُحسبون في الدرجة 2
} إلى أن ينظر أحد في أمرهم.

reason-tier-said = الدرجة { $tier }: { $reason }
reason-tier-given = الدرجة { $tier } مذكورة في القائمة دون سبب
reason-tier-by-tie = تُحسب في الدرجة { $tier } لأنها تسافر مع شخص من هذه الدرجة
reason-tier-of-most-exposed = للأسرة درجة أكثر أفرادها تعرضا: { $tier }
reason-order-needs = احتياجاتها تقدمها داخل درجتها ({ $points } نقاط)
reason-order-requested = طلبت النقل في { $at }
reason-order-lot = وقت الطلب غير معروف: قرعة مسجلة تفصل بين المتساوين

reason-consent-pending = الموافقة لم تُعطَ بعد: { $count } من { $of }
reason-consent-refused = رفض السفر { $count } من { $of }
reason-consent-withdrawn = سحب الموافقة { $count } من { $of }
reason-not-fit = غير لائقين للسفر: { $count } من { $of }
reason-fitness-ends = تنتهي صلاحية اللياقة للسفر قبل الوصول
reason-no-chaperone = طفل غير مصحوب دون بالغ معيّن مرافقا له
reason-too-few-escorts = عدد الأطفال غير المصحوبين { $children } وعدد مرافقيهم { $escorts }؛ ويلزم لأعمارهم { $needed }
reason-best-interests-open = لم يُجز إجراء مصلحة الطفل الفضلى هذا الانتقال
reason-children-alone = سيكون الأطفال وحدهم مع الطاقم
reason-tied-and-apart = شخص يجب ألا يسافر مع شخص آخر مرتبط به
reason-family-separated = أفراد الأسرة في مواقع مختلفة
reason-tie-elsewhere = شخص يجب أن يسافروا معه موجود في موقع آخر
reason-data-problem = يجب أولا تصحيح الصف { $row } من القائمة ({ $code })
reason-held-by-officer = أخّرها مسؤول
reason-no-destinations = لا توجد وجهة
reason-no-destination-fits = لا وجهة مناسبة: الرغبات أو الأمان أو الخدمات أو الرفض تستبعدها كلها
reason-destination-full = لا أماكن باقية في { $destinations }
reason-destination-closed = الوجهة مغلقة في كل ساعة يمكن الوصول فيها
reason-destination-day-too-small = تستقبل الوجهة في اليوم أقل من عدد أفراد هذه الأسرة
reason-no-vehicles = لا مركبة صالحة للاستعمال
reason-no-vehicle-fits = لا مركبة تتسع: { $seats } مقاعد و{ $bays } أماكن كراسي متحركة و{ $stretchers } نقالات
reason-convoy-part = الأسرة { $household } أكبر من أي مركبة: أقسامها ({ $parts }) تغادر وتسير معا
reason-convoy-too-few-vehicles = تحتاج الأسرة في وقت واحد إلى مركبات متماثلة السير عددها { $parts }، ويمكن إرسال { $vehicles }
reason-convoy-no-road = تحتاج الأسرة في وقت واحد إلى { $parts } من المركبات، ويمكن أن يصل منها بالطريق إلى { $site } ثم إلى وجهة { $vehicles }
reason-convoy-not-in-time = لا يوجد وقت تستطيع فيه المركبات ({ $parts }) أن تأخذ الأسرة كلها معا
reason-no-second-adult = ليس مع الطفل بالغ من أهله ولا يجوز أن يكون وحده مع بالغ واحد، ولم يتيسر أن يركب معهما أحد
reason-lift-convoy-vehicles = مركبات أخرى بالسرعة نفسها وعلى الطرق نفسها: { $count }
reason-lift-second-adult = بالغ ثان يسافر معهما
reason-larger-than-any-vehicle = تحتاج الأسرة إلى { $seats } مقعدا ولا مركبة فيها هذا العدد
reason-no-vehicle-offers = لا مركبة ذات متسع توفر: { need-word }
reason-no-vehicle-in-time = كل مركبة مناسبة مشغولة بمن قبلهم حتى نهاية الخطة
reason-no-time = لا مركبة متاحة في الوقت
reason-no-road = لا طريق مفتوحا من { $site } إلى { $destinations }
reason-no-road-to-site = لا طريق مفتوحا إلى { $site }
reason-no-way-in-time = لا طريق يمكن قطعه في الوقت بين حظر التجول والإغلاقات
reason-only-by-day = لا يجوز أن يسافروا ليلا ولا وجهة تُبلغ نهارا
reason-out-of-range = لا مركبة وقودها يكفي للطريق
reason-ride-too-long = أقصى مدة للرحلة { $minutes } دقيقة ولا طريق بهذا القصر

reason-lift-offer-again = عرض السفر من جديد بمعلومات جديدة إن رغبوا
reason-lift-consent = { $count ->
    [one] موافقة واحدة مستنيرة ومسجلة
    [two] موافقتان مستنيرتان ومسجلتان
    [few] { $count } موافقات مستنيرة ومسجلة
   *[other] { $count } موافقة مستنيرة ومسجلة
}
reason-lift-fitness = فحص جديد للياقة للسفر، أو مرافق طبي
reason-lift-chaperone = مرافق مؤهل يقبل السفر مع الطفل
reason-lift-escorts = مرافقون مؤهلون إضافيون، عددهم { $count }، أو مجموعات أصغر من الأطفال
reason-lift-case-conference = يقرر اجتماع الحالة: مرافق آخر أو سفر منفصل
reason-lift-best-interests = إتمام إجراء مصلحة الطفل الفضلى لدى مسؤول حماية الطفل
reason-lift-bring-together = جمعهم في موقع واحد، أو تصحيح القائمة
reason-lift-correct-row = تصحيح الصف { $row } من people.csv
reason-lift-destination = وجهة أخرى تستقبل الناس
reason-lift-other-destination = وجهة أخرى يرغبون فيها وآمنة لهم
reason-lift-service = وجهة فيها: { service-word }
reason-lift-places = { $count ->
    [one] مكان واحد إضافي
    [two] مكانان إضافيان
    [few] { $count } أماكن إضافية
   *[other] { $count } مكانا إضافيا
} في { $place }
reason-lift-day-places = أماكن أكثر في اليوم لدى الوجهة، أو الوصول على يومين
reason-lift-opening = ساعات عمل أطول لدى الوجهة
reason-lift-vehicle = مركبة مناسبة إضافية
reason-lift-longer = وقت أطول: نهاية متأخرة للخطة
reason-lift-seats = مركبة بمقاعد إضافية: { $count }
reason-lift-bays = أماكن كراسي متحركة إضافية في مركبة: { $count }
reason-lift-stretchers = أماكن نقالات إضافية في مركبة: { $count }
reason-lift-configuration = مركبة يمكن ترتيبها لـ { $seats } مقاعد و{ $bays } كراسي متحركة و{ $stretchers } نقالات معا
reason-lift-offer = مركبة فيها: { need-word }
reason-lift-road = طريق مفتوح لـ { $site }
reason-lift-release = إعادتهم إلى قائمة الانتظار
reason-lift-nearer-destination = وجهة أقرب، أو مبيت آمن لهم في الطريق
reason-lift-fuel = وقود على الطريق

reason-trip-joined-by-tie = آخرون في الرحلة يسافرون مع { $household } وهي من درجة أعلى
reason-trip-no-woman-crew = طلبوا امرأة في الطاقم ولا امرأة في طاقم هذه الرحلة
reason-trip-no-medical-crew = يحتاجون إلى طاقم طبي ولا طاقم طبي في هذه الرحلة
reason-trip-no-equipment = ليس في المركبة: { $equipment }
reason-trip-no-configuration = لا يمكن ترتيب المركبة لـ { $seats } مقاعد و{ $bays } كراسي متحركة و{ $stretchers } نقالات
reason-trip-asked-later = لم يكونوا مستعدين عند مغادرة الرحلة
reason-trip-other-destination = لا تذهب الرحلة إلى وجهة يجوز نقلهم إليها
reason-trip-kept-apart = في الرحلة شخص يجب ألا يسافروا معه
reason-trip-fitness-ends = تنتهي صلاحية لياقتهم للسفر قبل وصول الرحلة
reason-trip-too-long = أقصى مدة لرحلتهم { $minutes } دقيقة وهذه الرحلة أطول
reason-trip-at-night = لا يجوز أن يسافروا ليلا وهذه الرحلة تسير ليلا
reason-trip-no-room = ما بقي من متسع في الرحلة لا يكفيهم بعد من هم في درجتهم أو أعلى
reason-trip-destination-full = لا أماكن باقية في وجهة الرحلة ذلك اليوم
reason-trip-alongside = يصعدون من مركبة مجاورة ويغادرون بعد { $minutes } دقيقة
reason-trip-no-rule = لا قاعدة منعتهم من الرحلة: تركتهم الخطة لرحلة لاحقة

need-word = { $need ->
    [woman_crew] امرأة في الطاقم
    [medical_escort] طاقم طبي
    [medical_crew] طاقم طبي
    [equipment] المعدات
    [escort] حراسة
    [wheelchair] مكان لكرسي متحرك
    [stretcher] مكان لنقالة
   *[other] { $need }
}
service-word = { $service ->
    [food] غذاء
    [shelter] مأوى
    [medical] رعاية طبية
    [surgery] جراحة
    [child_protection] حماية الطفل
    [child-protection] حماية الطفل
    [water] ماء
    [maternity] رعاية الولادة
    [dialysis] غسيل الكلى
   *[other] { $service }
}

nb-NB01 = لا موافقة صالحة
nb-NB02 = سحب الموافقة
nb-NB03 = موافقة الوصي غير موجودة (دون 18 سنة)
nb-NB04 = تقييم مصلحة الطفل الفضلى ضد الانتقال
nb-NB05 = الأسرة متفرقة أو غير مكتملة
nb-NB06 = غير لائق للسفر
nb-NB07 = مرض معدٍ: يُعزل
nb-NB08 = لا وثيقة سفر ولا تصريح
nb-NB09 = لا قدرة لدى الجهة المستقبلة
nb-NB10 = لا تصريح أمنيا
nb-NB11 = مسلح أو مقاتل لم يُنزع سلاحه
nb-NB12 = لا مركبة أو لا متسع
nb-NB13 = يطلب الحماية الدولية: يُحال إلى المفوضية السامية لشؤون اللاجئين
nb-NB14 = اشتباه في اتجار بالبشر: يُحال بوصفه ضحية اتجار
nb-NB15 = شك في الهوية
nb-NB16 = لم يحضر
nb-NB17 = وجهة خاطئة
nb-NB18 = جريمة خطيرة أو استبعاد: يُحال
nb-NB19 = المرافق الطبي غائب
nb-NB20 = أمر محكمة أو حضانة

# ما يتغير عن الخطة السابقة: يُقرأ عبر اللاسلكي.
reason-change-not-leaving = { $household } ({ $site }، الدرجة { $tier }، الأشخاص: { $people }) لا تغادر
reason-change-leaves-later = { $household } ({ $site }، الدرجة { $tier }، الأشخاص: { $people }) تغادر متأخرة { $minutes } دقيقة، في { $at }
reason-change-leaves-earlier = { $household } ({ $site }، الدرجة { $tier }، الأشخاص: { $people }) تغادر أبكر { $minutes } دقيقة، في { $at }
reason-change-now-leaving = { $household } ({ $site }، الدرجة { $tier }، الأشخاص: { $people }) صارت تغادر، في { $at }
reason-change-other-trip = { $household } ({ $site }، الأشخاص: { $people }) تنتقل إلى الرحلة { $trip }، في { $at }
reason-change-trip-cancelled = أُلغيت الرحلة { $trip }، { $vehicle }، من { $from } إلى { $to }
reason-change-trip-new = رحلة جديدة { $trip }: { $vehicle }، من { $from } إلى { $to }، المغادرة { $at }
reason-change-trip-later = الرحلة { $trip } تغادر متأخرة { $minutes } دقيقة، في { $at }؛ الوصول { $arrives }
reason-change-trip-earlier = الرحلة { $trip } تغادر أبكر { $minutes } دقيقة، في { $at }؛ الوصول { $arrives }
reason-change-arrives-later = الرحلة { $trip } تصل متأخرة { $minutes } دقيقة، في { $arrives }
reason-change-vehicle = الرحلة { $trip }: { $vehicle } بدلا من { $before }، المقاعد: { $seats }، الكراسي المتحركة: { $bays }، النقالات: { $stretchers }
reason-change-way = الرحلة { $trip } تسلك { $by } بدلا من { $around }
reason-change-stops = الرحلة { $trip } تتوقف في { $stops }

# لماذا لا يمكن القيام بخطوة من الصعود، وما يلزم النظر فيه.
reason-wrong-state = تجاوزت الرحلة هذه الخطوة أو لم تبلغها بعد
reason-nothing-to-undo = لا شيء للتراجع عنه
reason-not-on-list = ليس الشخص في قائمة هذه الرحلة
reason-note-needed = من لا يصل تلزم له ملاحظة
reason-code-needed = عدم الصعود يلزم له رمز
reason-referral = هذا الرمز يقتضي إحالة
reason-clearance-in-future = وقت التصريح متأخر عن الآن
reason-clearance-expired = مضى على التصريح أكثر من 24 ساعة
reason-no-clearance = لا تصريح بعد
reason-not-acknowledged = لم تُقر الجهة المستقبلة بالقائمة
reason-still-expected = في القائمة من لم تُسجل حاله بعد: { $count }
reason-nobody-on-board = لا أحد في المركبة
reason-child-alone = طفل من { $household } في المركبة دون البالغ المسؤول عنه
reason-before-departure = ستصل الرحلة قبل أن تغادر
reason-not-balanced = لم يُسجل بعد وصول: { $count }
reason-child-no-show = طفل من { $household } لم يحضر: أبلغ مسؤول حماية الطفل
reason-family-incomplete = بعض { $household } يصعد وبعضها لا: اسألهم هل يريدون السفر متفرقين

reason-darp-depot-closed = لا يمكن للمركبة أن تغادر أو تعود في ساعاتها
reason-darp-duration-over-limit = ستطول الجولة أكثر من المسموح
reason-darp-load-over-capacity = الحمولة أكبر من أي مركبة
reason-darp-no-place-found = لم يوجد مكان في أي جولة
reason-darp-ride-over-limit = ستطول الرحلة أكثر من المسموح
reason-darp-windows-apart = لا يمكن بلوغ مكان النزول في ساعاته من مكان الصعود
