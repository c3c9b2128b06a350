# سجل المراجع: ما يُتّبع ومن يُسأل.
page-guidance = المراجع
guidance-hint = ما يُتّبع ومن يُسأل في كل مجال عمل. تبقى العناوين بلغة الوثيقة.
guidance-search = البحث في المراجع
guidance-all-areas = كل المجالات
guidance-area = مجال العمل
guidance-none = لا شيء في السجل يضم كل هذه الكلمات.
guidance-count = { $count ->
    [zero] لا مراجع
    [one] مرجع واحد
    [two] مرجعان
    [few] { $count } مراجع
   *[other] { $count } مرجعاً
}
guidance-contacts = من يُسأل
guidance-as-cited = كما طبعته المذكرة: { $value }
guidance-contact-as-printed = كما طُبع نحو 2017، غير مؤكد
guidance-contact-confirmed = أكدته هذه العملية
guidance-kind-policy = سياسة
guidance-kind-guideline = إرشادات
guidance-kind-standard = معيار
guidance-kind-law = قانون
guidance-kind-internal-instruction = تعليمات داخلية
guidance-kind-report = تقرير
guidance-kind-toolkit = أدوات
guidance-access-public = منشور
guidance-access-internal = داخلي: اطلب النص من جهة الاتصال
guidance-access-in-progress = لم يكن منشوراً حين ذُكر
guidance-state-listed = مدرج، لم يُتحقق منه بعد
guidance-state-in-progress = قيد الإعداد حين ذُكر
guidance-state-current = سارٍ
guidance-state-superseded = حلّ غيره محله
guidance-state-withdrawn = مسحوب
guidance-state-unavailable = لم يعد متاحاً
guidance-successor = استخدم بدلاً منه: { $value }
guidance-cited-year = تذكره المذكرة بسنة أخرى: { $value }
guidance-see-also = يُقرأ معه: { $value }
guidance-source = شوهد في: { $value }
guidance-set-locally = افتراضي: يُحدَّد محلياً. من خبرة الميدان؛ تحقق قبل الاعتماد عليه.
guidance-review-due = حانت المراجعة: لم يتحقق أحد خلال السنة الأخيرة من أنه ما زال سارياً.
guidance-checked = تحقق منه { $by } في { $day }
