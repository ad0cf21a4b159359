### كلمات الصفحات بالعربية. طريقة كتابة هذا الملف: ../README.md.

## Signs

number-group = ,
list-separator = {"، "}
pair = { $label }: { $value }
head = { $label }:
quoted = «{ $words }»

## Dates

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-days = من { $first } إلى { $last } { $month } { $year }
date-range =
    { $precision ->
       *[day] من { $start } إلى { $end }
    }
date-about =
    { $precision ->
        [range] { $date } تقريبًا
       *[day] نحو { $date }
    }
date-since =
    { $precision ->
       *[day] منذ { $date }
    }
date-since-about =
    { $precision ->
       *[day] منذ نحو { $date }
    }

## How many
articles =
    { $count ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $count } مقالات
        [many] { $count } مقالًا
       *[other] { $count } مقال
    }
notes =
    { $count ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
claims =
    { $count ->
        [zero] لا ادعاءات
        [one] ادعاء واحد
        [two] ادعاءان
        [few] { $count } ادعاءات
        [many] { $count } ادعاءً
       *[other] { $count } ادعاء
    }
sources-count =
    { $count ->
        [zero] لا مصادر
        [one] مصدر واحد
        [two] مصدران
        [few] { $count } مصادر
        [many] { $count } مصدرًا
       *[other] { $count } مصدر
    }
editors =
    { $count ->
        [zero] لا محررين
        [one] محرر واحد
        [two] محرران
        [few] { $count } محررين
        [many] { $count } محررًا
       *[other] { $count } محرر
    }
outlets =
    { $count ->
        [zero] لا وسائل إعلامية
        [one] وسيلة إعلامية واحدة
        [two] وسيلتان إعلاميتان
        [few] { $count } وسائل إعلامية
        [many] { $count } وسيلة إعلامية
       *[other] { $count } وسيلة إعلامية
    }
events =
    { $count ->
        [zero] لا أحداث
        [one] حدث واحد
        [two] حدثان
        [few] { $count } أحداث
        [many] { $count } حدثًا
       *[other] { $count } حدث
    }
words =
    { $count ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
        [many] { $count } كلمة
       *[other] { $count } كلمة
    }
more = { $count } إضافية
and-more = و{ $count } غيرها
more-articles =
    { $count ->
        [zero] لا مقالات أخرى
        [one] مقال آخر
        [two] مقالان آخران
        [few] { $count } مقالات أخرى
        [many] { $count } مقالًا آخر
       *[other] { $count } مقال آخر
    }
and-more-articles =
    { $count ->
        [zero] ولا مقالات أخرى
        [one] ومقال آخر
        [two] ومقالان آخران
        [few] و{ $count } مقالات أخرى
        [many] و{ $count } مقالًا آخر
       *[other] و{ $count } مقال آخر
    }
articles-newest =
    { $count ->
        [zero] لا مقالات، الأحدث أولًا
        [one] مقال واحد، الأحدث أولًا
        [two] مقالان، الأحدث أولًا
        [few] { $count } مقالات، الأحدث أولًا
        [many] { $count } مقالًا، الأحدث أولًا
       *[other] { $count } مقال، الأحدث أولًا
    }
notes-newest =
    { $count ->
        [zero] لا ملاحظات، الأحدث أولًا
        [one] ملاحظة واحدة، الأحدث أولًا
        [two] ملاحظتان، الأحدث أولًا
        [few] { $count } ملاحظات، الأحدث أولًا
        [many] { $count } ملاحظة، الأحدث أولًا
       *[other] { $count } ملاحظة، الأحدث أولًا
    }
articles-undated =
    { $count ->
        [zero] لا مقالات بلا تاريخ
        [one] مقال واحد بلا تاريخ
        [two] مقالان بلا تاريخ
        [few] { $count } مقالات بلا تاريخ
        [many] { $count } مقالًا بلا تاريخ
       *[other] { $count } مقال بلا تاريخ
    }
claims-in-both =
    { $count ->
        [zero] لا ادعاءات في كليهما
        [one] ادعاء واحد في كليهما
        [two] ادعاءان في كليهما
        [few] { $count } ادعاءات في كليهما
        [many] { $count } ادعاءً في كليهما
       *[other] { $count } ادعاء في كليهما
    }

## Headings and labels of many pages

skip = انتقل إلى النص
nav-main = التنقل الرئيسي
nav-about = عن هذا الموقع
feed = التلقيم
repository = المستودع
made-with = أُنجز باستخدام { $generator }.
home = الرئيسية
articles-title = المقالات
topics-title = الملفات والموضوعات
claims-title = الادعاءات
notes-title = الملاحظات
timeline = التسلسل الزمني
search = البحث
overview = نظرة عامة
outlets-title = وسائل الإعلام
editors-title = المحررون
comparisons = مقارنة المقالات
corrections = التصحيحات
questions = أسئلة مفتوحة
stories = الملفات
topics = الموضوعات
sources = المصادر
verdicts = الأحكام
changes = التعديلات
article = مقال
claim = ادعاء
note = ملاحظة
note-number = الملاحظة { $number }
event = حدث
author = الكاتب
editor = المحرر
outlet = وسيلة إعلام
source = المصدر
kind = النوع
verdict = الحكم
stance = الموقف
date = التاريخ
time = الفترة
all = المجموع
why = السبب
by = بقلم { $authors }
also-called = أسماء أخرى
elsewhere = في مواقع أخرى
compare = قارن
compare-with = قارن مع { $title }
compare-passage-with = قارن هذا المقطع مع { $title }
backlinks = صفحات تحيل إلى هنا
backlink-note = من ملاحظة على { $article }
toc = في هذه الصفحة
pager = صفحات هذه القائمة
pager-newer = الأحدث
pager-older = الأقدم
pager-previous = السابق
pager-next = التالي
pager-place = الصفحة { $number } من { $total }
newest-of = أحدث { $shown } من أصل { $count }.
corrections-page = صفحة التصحيحات
back-to-text = العودة إلى النص
read-correction = اقرأ التصحيح
no-outlet = دون ذكر وسيلة الإعلام

## Not found

not-found = الصفحة غير موجودة
not-found-text = لا توجد صفحة في هذا العنوان. ربما نُقلت إلى مكان آخر.
not-found-home = إلى الصفحة الأولى

## The first page

newest-articles = أحدث المقالات
newest-notes = أحدث الملاحظات

## An article

article-by = بقلم { $authors }
original-link = اقرأ الأصل
original-at = { $link } ({ $host }).
same-text-title = على الأرجح من النص نفسه الذي في
same-text-shares = { $article }. المشترك: { $here }% من الكلمات هنا و{ $there }% هناك.
glance = لمحة عن الملاحظات
glance-notes =
    { $count ->
        [0] لا ملاحظات بعد
        [zero] لا ملاحظات بعد
        [one] ملاحظة واحدة في الهامش
        [two] ملاحظتان في الهامش
        [few] { $count } ملاحظات في الهامش
       *[other] { $count } ملاحظة في الهامش
    }
glance-changed =
    { $count ->
        [zero] لا شيء عند كلمات تغيّرت منذئذ
        [one] واحدة عند كلمات تغيّرت منذئذ
        [two] اثنتان عند كلمات تغيّرت منذئذ
        [few] { $count } عند كلمات تغيّرت منذئذ
        [many] { $count } عند كلمات تغيّرت منذئذ
       *[other] { $count } عند كلمات تغيّرت منذئذ
    }
glance-lost = { $count } { $link }
glance-lost-link =
    { $count ->
        [one] فقدت موضعها
        [two] فقدتا موضعيهما
       *[other] فقدت مواضعها
    }
notes-foot = الملاحظات
notes-shown = الملاحظات المعروضة: { $shown } من { $all }
choose-notes = اختر الملاحظات
choose-notes-label = الملاحظات المعروضة
show-all-notes = اعرض الكل
original-only = النص وحده
whole-notes = ملاحظات على المقال كله
lost-notes = ملاحظات فقدت موضعها
lost-notes-text = كل منها تحت الكلمات التي اقتبستها.
lost-notes-archived = قد تجدها في { $link } من المقال.
lost-notes-copy = نسخة مؤرشفة
lost-since = منذ { $date }: { $reason }
lost-several =
    { $count ->
        [one] ترد هذه الكلمات في موضع واحد من النص، ولا شيء يدل على المقصود.
        [two] ترد هذه الكلمات في موضعين من النص، ولا شيء يدل على المقصود منهما.
        [few] ترد هذه الكلمات في { $count } مواضع من النص، ولا شيء يدل على المقصود منها.
        [many] ترد هذه الكلمات في { $count } موضعًا من النص، ولا شيء يدل على المقصود منها.
       *[other] ترد هذه الكلمات في { $count } موضع من النص، ولا شيء يدل على المقصود منها.
    }
lost-alike =
    { $count ->
        [one] موضع واحد من النص يشبه هذه الكلمات.
        [two] موضعان من النص يشبهان هذه الكلمات بالقدر نفسه.
        [few] { $count } مواضع من النص تشبه هذه الكلمات بالقدر نفسه.
        [many] { $count } موضعًا من النص تشبه هذه الكلمات بالقدر نفسه.
       *[other] { $count } موضع من النص تشبه هذه الكلمات بالقدر نفسه.
    }
lost-between = ترد هذه الكلمات في النص، لكن بين كلمات غير التي كانت حولها عند كتابة الملاحظة: ربما تنتمي إلى مقطع آخر.
lost-gone = لم تعد هذه الكلمات في النص.
article-claims = الادعاءات في هذا المقال
article-common = المشترك مع مقالات أخرى
stance-text = موقف المقال من موضوع ما كما يقرؤه محرر. وحيث يختلف المحررون تُعرض القراءات كلها.
source-via = أعاد النشر
source-authors = الكتّاب
source-published = تاريخ النشر
source-retrieved = تاريخ الاطلاع
source-genre = النوع
source-original = الأصل
source-archived = النسخة المؤرشفة
source-rights = الحقوق
source-page = هذه الصفحة
outlet-corrected = ما صحّحته وسيلة الإعلام
related-articles = مقالات ذات صلة
related-same-text = النص نفسه على الأرجح
related-reason = المشترك: { $things }
related-stories =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًا
       *[other] { $count } ملف
    }
related-people =
    { $count ->
        [zero] لا أشخاص
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
related-organisations =
    { $count ->
        [zero] لا منظمات
        [one] منظمة واحدة
        [two] منظمتان
        [few] { $count } منظمات
        [many] { $count } منظمة
       *[other] { $count } منظمة
    }
related-places =
    { $count ->
        [zero] لا أماكن
        [one] مكان واحد
        [two] مكانان
        [few] { $count } أماكن
        [many] { $count } مكانًا
       *[other] { $count } مكان
    }
related-themes =
    { $count ->
        [zero] لا موضوعات
        [one] موضوع واحد
        [two] موضوعان
        [few] { $count } موضوعات
        [many] { $count } موضوعًا
       *[other] { $count } موضوع
    }
related-passages =
    { $count ->
        [zero] لا مقاطع مشتركة
        [one] مقطع مشترك واحد
        [two] مقطعان مشتركان
        [few] { $count } مقاطع مشتركة
        [many] { $count } مقطعًا مشتركًا
       *[other] { $count } مقطع مشترك
    }
scale = معاني الأحكام
cite = الاستشهاد بهذه الصفحة
cite-here = { $original }. { $text } مع ملاحظات في: { $site }.
cite-here-at = { $original }. { $text } مع ملاحظات في: { $site }، { $address }.
cite-note = { $text } مع ملاحظات في: { $site }
cite-note-original = { $text } مع ملاحظات في: { $site }. الأصل: { $address }
new-note = أضف ملاحظة
edit-page = عدّل هذه الصفحة

## Inside a text

alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه
table-number = الجدول { $number }
footnotes = الحواشي
footnote-number = الحاشية { $number }
task-done = أُنجزت
task-open = لم تُنجز
image = صورة

## Notes

kind-fact-check = التحقق من المعلومات
kind-correction = تصحيح
kind-question = سؤال
kind-context = سياق
kind-definition = تعريف
kind-translation = ترجمة
kind-link = رابط
note-name =
    { $number ->
        [0] ملاحظة
       *[other] الملاحظة { $number }
    }، { $kind ->
        [fact-check] التحقق من المعلومات
        [correction] تصحيح
        [question] سؤال
        [context] سياق
        [definition] تعريف
        [translation] ترجمة
       *[link] رابط
    }{ $answered ->
        [yes] ، أُجيب عنه
       *[no] {""}
    }{ $judged ->
        [yes] : { $verdict }
       *[no] {""}
    }{ $state ->
        [approximate] ؛ تغيّر النص منذئذ
        [ambiguous] ؛ فقدت موضعها في النص
        [orphan] ؛ فقدت موضعها في النص
       *[anchored] {""}
    }
note-in = { $note } في { $article }
note-in-article = { $note }، في المقال { $article }
full-note = الملاحظة كاملة
details = التفاصيل
tags = الوسوم: { $tags }
answered = الجواب
lost-place = فقدت موضعها في النص
on-whole-article = على المقال كله
changed-on = عُدّلت في { $date }
imported-from = مستوردة من { $place }
read-on = اطُّلع عليه في { $date }
archived-copy = نسخة مؤرشفة
text-changed = تغيّر النص منذئذ.
text-changed-inline = تغيّر النص منذئذ
text-changed-sure =
    إنه { $sure ->
        [certainly] بشبه يقين
        [very] على الأرجح جدًا
        [probably] على الأرجح
       *[perhaps] ربما
    } المقطع نفسه ({ $percent }%).
changed-quoted = المقتبس:
changed-now = الآن:
shows-supports = يؤيد
shows-refutes = يفنّد
shows-context = سياق
change-minor = تعديل طفيف
change-correction = تصحيح
change-retraction = سحب
change-minor-count =
    { $count ->
        [zero] لا تعديلات طفيفة
        [one] تعديل طفيف واحد
        [two] تعديلان طفيفان
        [few] { $count } تعديلات طفيفة
        [many] { $count } تعديلًا طفيفًا
       *[other] { $count } تعديل طفيف
    }
change-correction-count =
    { $count ->
        [zero] لا تصحيحات
        [one] تصحيح واحد
        [two] تصحيحان
        [few] { $count } تصحيحات
        [many] { $count } تصحيحًا
       *[other] { $count } تصحيح
    }
change-retraction-count =
    { $count ->
        [zero] لا حالات سحب
        [one] حالة سحب واحدة
        [two] حالتا سحب
        [few] { $count } حالات سحب
        [many] { $count } حالة سحب
       *[other] { $count } حالة سحب
    }

## Kinds of texts and topics

text-full = النص الكامل
text-excerpt = مقتطف
text-digest = ملخص
text-translation = ترجمة
text-full-explained = تضم هذه الصفحة النص الكامل.
text-excerpt-explained = تضم هذه الصفحة جزءًا من النص؛ والنص كله في المصدر.
text-digest-explained = هذه الصفحة ملخص بكلمات المحررين؛ أما النص نفسه ففي المصدر.
text-translation-explained = هذه الصفحة ترجمة؛ أما النص نفسه ففي المصدر.
genre-report = تقرير
genre-analysis = تحليل
genre-opinion = رأي
genre-interview = مقابلة
genre-advocacy = مناصرة
genre-press-release = بيان صحفي
topic-story = ملف
topic-person = شخص
topic-organisation = منظمة
topic-place = مكان
topic-theme = موضوع
topics-story = الملفات
topics-person = الأشخاص
topics-organisation = المنظمات
topics-place = الأماكن
topics-theme = الموضوعات

## Verdicts: the scales that postil brings

verdict-plain-supported = مؤيَّد
verdict-plain-supported-means = تقول وثيقة عامة أو عدة تقارير مستقلة الشيء نفسه.
verdict-plain-partly-supported = مؤيَّد جزئيًا
verdict-plain-partly-supported-means = جزء منه صحيح وجزء آخر غير صحيح.
verdict-plain-needs-context = يحتاج إلى سياق
verdict-plain-needs-context-means = صحيح كما صيغ، لكن تنقصه حقيقة يكون من دونها مضللًا.
verdict-plain-disputed = محل خلاف
verdict-plain-disputed-means = تتعارض الوثائق أو الأطراف، ولا يحسم السجل الأمر.
verdict-plain-unsupported = غير مؤيَّد
verdict-plain-unsupported-means = لم يُعثر على وثيقة عامة تثبته، وهذا لا يعني أنه خاطئ.
verdict-plain-error = خطأ
verdict-plain-error-means = تبيّن وثيقة، أو المقال نفسه، أن تاريخًا أو رقمًا أو اسمًا أو ترتيبًا غير صحيح.
verdict-six-true = صحيح
verdict-six-true-means = دقيق ولا ينقصه شيء مهم.
verdict-six-mostly-true = صحيح في معظمه
verdict-six-mostly-true-means = دقيق لكنه يحتاج إلى توضيح.
verdict-six-half-true = نصف صحيح
verdict-six-half-true-means = دقيق في جزء منه ويغفل أمرًا مهمًا.
verdict-six-mostly-false = خاطئ في معظمه
verdict-six-mostly-false-means = فيه قدر من الصحة ويتجاهل حقائق كانت لتغيّر الانطباع.
verdict-six-false = خاطئ
verdict-six-false-means = غير دقيق.
verdict-six-fabricated = مختلق
verdict-six-fabricated-means = غير دقيق وقد اختُلق.
verdict-seven-true = صحيح
verdict-seven-true-means = دقيق.
verdict-seven-mostly-true = صحيح في معظمه
verdict-seven-mostly-true-means = دقيق في أساسه وخاطئ في تفصيل.
verdict-seven-mixture = مزيج
verdict-seven-mixture-means = يخلط بين أجزاء دقيقة وأخرى غير دقيقة.
verdict-seven-misleading = مضلل
verdict-seven-misleading-means = أجزاؤه دقيقة والانطباع الذي يتركه غير دقيق.
verdict-seven-false = خاطئ
verdict-seven-false-means = غير دقيق.
verdict-seven-unproven = غير مثبت
verdict-seven-unproven-means = لا يوجد ما يكفي للحكم.
verdict-seven-satire = سخرية
verdict-seven-satire-means = لم يُقصد به أن يؤخذ على أنه حقيقة.

## Claims

claimed-by = صاحب الادعاء: { $who }
claimed-by-inline = صاحب الادعاء: { $who }
verdict-means = معنى «{ $verdict }»: { $meaning }
claim-reviewed = راجعه { $by }، { $date }.
claim-reviewed-changed = راجعه { $by }، { $date }؛ { $changes }.
claim-changed =
    { $count ->
        [one] عُدّل مرة واحدة في { $date }
        [two] عُدّل مرتين، آخرهما في { $date }
        [few] عُدّل { $count } مرات، آخرها في { $date }
       *[other] عُدّل { $count } مرة، آخرها في { $date }
    }
claim-written = دوّنه { $by }، { $date }.
claim-passages = في المقالات
claim-unmentioned = لم يُذكر في { $articles }، من الملف نفسه.
claim-in-none = ليس في أي مقال
related-claims = ادعاءات ذات صلة
relation-broader = أعم
relation-narrower = أخص
relation-contradicts = يناقض
relation-repeats = يكرر
relation-repeated-by = يكرره
evidence-supports = يؤيد الادعاء
evidence-refutes = يفنّد الادعاء
evidence-context = يقدّم سياقًا
evidence-cited = مذكور
treats-asserts = يتبنى
treats-disputes = يعارض
treats-reports = ينقل
treated-asserts = متبنى
treated-disputes = معارَض
treated-reports = منقول
treats-asserts-explained = يتبنى الادعاء
treats-disputes-explained = يتحدث ضد الادعاء
treats-reports-explained = ينقل الادعاء بوصفه كلام غيره
treated-asserts-in =
    { $count ->
        [zero] متبنى في لا مقال
        [one] متبنى في مقال واحد
        [two] متبنى في مقالين
        [few] متبنى في { $count } مقالات
        [many] متبنى في { $count } مقالًا
       *[other] متبنى في { $count } مقال
    }
treated-disputes-in =
    { $count ->
        [zero] معارَض في لا مقال
        [one] معارَض في مقال واحد
        [two] معارَض في مقالين
        [few] معارَض في { $count } مقالات
        [many] معارَض في { $count } مقالًا
       *[other] معارَض في { $count } مقال
    }
treated-reports-in =
    { $count ->
        [zero] منقول في لا مقال
        [one] منقول في مقال واحد
        [two] منقول في مقالين
        [few] منقول في { $count } مقالات
        [many] منقول في { $count } مقالًا
       *[other] منقول في { $count } مقال
    }
treated-in = { $way } في { $count }
article-asserts = يتبنى هذا الادعاء
article-disputes = يعارض هذا الادعاء
article-reports = ينقل هذا الادعاء
this-article-asserts = هذا المقال يتبنى هذا الادعاء
this-article-disputes = هذا المقال يعارض هذا الادعاء
this-article-reports = هذا المقال ينقل هذا الادعاء
the-article-asserts = المقال يتبنى هذا الادعاء
the-article-disputes = المقال يعارض هذا الادعاء
the-article-reports = المقال ينقل هذا الادعاء
note-claim = الادعاء: { $claim }
note-claim-asserts = يتبنى المقال هذا الادعاء: { $claim }
note-claim-disputes = يعارض المقال هذا الادعاء: { $claim }
note-claim-reports = ينقل المقال هذا الادعاء: { $claim }

## Stances

stance-favor = مؤيد
stance-against = معارض
stance-neutral = متوازن
stance-none = لا يمكن تحديده
stance-on = الموقف من { $target }: { $stance }
stance-toward = تجاه { $target }: { $stance }
toward = تجاه
editors-differ = المحررون مختلفون
not-judged = غير مقيَّم
judged-in =
    { $count ->
        [one] قُيّم في مقال واحد
        [two] قُيّم في مقالين
        [few] قُيّم في { $count } مقالات
        [many] قُيّم في { $count } مقالًا
       *[other] قُيّم في { $count } مقال
    }

## Words that articles share

also-label =
    { $count ->
        [one] المقطع المشترك { $number }: كلمات ترد في مقال آخر أيضًا
        [two] المقطع المشترك { $number }: كلمات ترد في مقالين آخرين أيضًا
        [few] المقطع المشترك { $number }: كلمات ترد في { $count } مقالات أخرى أيضًا
        [many] المقطع المشترك { $number }: كلمات ترد في { $count } مقالًا آخر أيضًا
       *[other] المقطع المشترك { $number }: كلمات ترد في { $count } مقال آخر أيضًا
    }
also-in = أيضًا في { $article }
also-in-many =
    { $count ->
        [one] أيضًا في مقال آخر
        [two] أيضًا في مقالين آخرين
        [few] أيضًا في { $count } مقالات أخرى
        [many] أيضًا في { $count } مقالًا آخر
       *[other] أيضًا في { $count } مقال آخر
    }
also-here = هنا:
also-there = هناك:
also-these-differ =
    { $words ->
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
       *[other] { $words } كلمة
    }، تختلف منها هذه.
also-differs =
    { $words ->
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
       *[other] { $words } كلمة
    }، { $count ->
        [one] مختلفة في موضع واحد
        [two] مختلفة في موضعين
        [few] مختلفة في { $count } مواضع
        [many] مختلفة في { $count } موضعًا
       *[other] مختلفة في { $count } موضع
    }.
also-same =
    { $words ->
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
       *[other] { $words } كلمة
    }، متطابقة في كليهما.
only-here = هنا فقط
shared-passages =
    { $count ->
        [one] مقطع مشترك واحد ({ $words })
        [two] مقطعان مشتركان ({ $words })
        [few] { $count } مقاطع مشتركة ({ $words })
        [many] { $count } مقطعًا مشتركًا ({ $words })
       *[other] { $count } مقطع مشترك ({ $words })
    }
shared-parts = { $shared }: { $here }% من هذا النص و{ $there }% من ذاك

## Two articles side by side

compare-title = مقارنة: { $first } / { $second }
compare-description = ما يشترك فيه مقالان جنبًا إلى جنب: { $first } / { $second }.
compare-heading = { $first } و{ $second }
compare-common = المشترك
compare-same-text = كلاهما على الأرجح من النص نفسه. ولا تدل الكلمات على من نشره أولًا.
compare-table = ما يشترك فيه المقالان
compare-both = في كليهما
compare-no-passage = لا مقطع مشترك
compare-part = { $percent }% من النص
compare-no-other = لا شيء آخر
compare-sides = جنبًا إلى جنب
compare-order = بترتيب { $name }.
compare-marked = الكلمات المعلَّمة في أحدهما فقط.
compare-cut = النصان طويلان: الفقرات الفاصلة مختصرة، وهي كاملة في المقالين.
compare-further = ادعاءات أخرى في كليهما
compare-only = ادعاءات في { $name } فقط
compare-stretch =
    { $count ->
        [one] فقرة واحدة
        [two] فقرتان
        [few] { $count } فقرات
       *[other] { $count } فقرة
    }، { $words ->
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
       *[other] { $words } كلمة
    }: { $opening }
compare-elsewhere = هنا يقع { $passage }.
compare-passage-link = المقطع { $number }
compare-passage-same =
    المقطع { $number }: { $words ->
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
       *[other] { $words } كلمة
    }، متطابقة في كليهما
compare-passage-differs =
    المقطع { $number }: { $words ->
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
       *[other] { $words } كلمة
    }، { $count ->
        [one] مختلفة في موضع واحد
        [two] مختلفة في موضعين
        [few] مختلفة في { $count } مواضع
        [many] مختلفة في { $count } موضعًا
       *[other] مختلفة في { $count } موضع
    }
compare-passage-moved =
    في { $name } يقع { $order ->
        [earlier] أقرب إلى البداية
       *[later] أقرب إلى النهاية
    }.
compare-passage-in = المقطع { $number } في { $name }
compare-in = في { $name }
compare-in-article = في المقال
comparisons-text =
    { $count ->
        [zero] لا أزواج: مقالات تشترك في كلمات، ومقالات من ملف واحد تتناول الادعاءات نفسها
        [one] زوج واحد: مقالات تشترك في كلمات، ومقالات من ملف واحد تتناول الادعاءات نفسها
        [two] زوجان: مقالات تشترك في كلمات، ومقالات من ملف واحد تتناول الادعاءات نفسها
        [few] { $count } أزواج: مقالات تشترك في كلمات، ومقالات من ملف واحد تتناول الادعاءات نفسها
        [many] { $count } زوجًا: مقالات تشترك في كلمات، ومقالات من ملف واحد تتناول الادعاءات نفسها
       *[other] { $count } زوج: مقالات تشترك في كلمات، ومقالات من ملف واحد تتناول الادعاءات نفسها
    }
comparisons-no-story = بلا ملف مشترك
comparisons-more =
    { $count ->
        [zero] ولا أزواج أخرى: صفحة كل مقال تقود إلى أزواجه.
        [one] وزوج آخر: صفحة كل مقال تقود إلى أزواجه.
        [two] وزوجان آخران: صفحة كل مقال تقود إلى أزواجه.
        [few] و{ $count } أزواج أخرى: صفحة كل مقال تقود إلى أزواجه.
        [many] و{ $count } زوجًا آخر: صفحة كل مقال تقود إلى أزواجه.
       *[other] و{ $count } زوج آخر: صفحة كل مقال تقود إلى أزواجه.
    }

## Topics and stories

part-of = جزء من
includes = يشمل
coverage = التغطية
coverage-text = كيف يتناول كل مقال كل ادعاء، مع المقطع الذي يبيّن ذلك.
compare-two = قارن مقالين من هذا الملف
topic-stances = مواقف المقالات
topic-stances-text = كل سطر قراءة محرر واحد لمقال واحد.
in-numbers = بالأرقام
mentioned-in = ورد ذكره في
matrix-caption = أي مقال يقول ماذا عن { $topic }
articles-disagree = المقالات مختلفة
not-mentioned = لم يُذكر
not-mentioned-explained = لا ملاحظة تربط أحد مقاطعه بالادعاء
matrix-key = معاني العلامات
matrix-text = يرد الادعاء هنا إذا كان من هذا الملف أو إذا تناوله مقالان منه على الأقل. تأتي أولًا الادعاءات التي تختلف فيها المقالات، ثم التي يتناولها أكبر عدد من المقالات، وعند التساوي بترتيب الأحكام.
matrix-more =
    { $count ->
        [one] ولم يتسع المكان لـ{ $claims }.
       *[other] ولم يتسع المكان لـ{ $claims }.
    }
matrix-more-claims =
    { $count ->
        [zero] لا ادعاءات أخرى
        [one] ادعاء آخر
        [two] ادعاءين آخرين
        [few] { $count } ادعاءات أخرى
        [many] { $count } ادعاءً آخر
       *[other] { $count } ادعاء آخر
    }
stances-caption = مواقف المقالات من { $topic } كما يقرؤها المحررون
stances-text = كل خانة قراءة محرر واحد لنص مقال واحد، لا لكاتبه ولا لوسيلته الإعلامية، ولا تقول شيئًا عمّا هو صحيح.
stances-more =
    { $count ->
        [zero] ولم يتسع المكان لـموضوعات أخرى.
        [one] ولم يتسع المكان لـموضوع آخر.
        [two] ولم يتسع المكان لـموضوعين آخرين.
        [few] ولم يتسع المكان لـ{ $count } موضوعات أخرى.
        [many] ولم يتسع المكان لـ{ $count } موضوعًا آخر.
       *[other] ولم يتسع المكان لـ{ $count } موضوع آخر.
    }

## Time and numbers

years = السنوات
event-unmentioned = لا يذكره أي مقال هنا
skip-picture = تخطَّ الصورة
chronicle-numbers = الأرقام كما في القائمة
chronicle-name = التسلسل الزمني: { $events }
chronicle-name-articles = التسلسل الزمني: { $events } و{ $articles }
chronicle-others = مقالات أخرى
chronicle-mentioned = يذكره مقال هنا
chronicle-unmentioned = لا يذكره أي مقال
chronicle-appeared = صدور مقال
chronicle-vague = لا يُعرف إلا الشهر أو السنة
chronicle-about = نحو ذلك الوقت
chronicle-several = عدة أحداث في موضع واحد
chronicle-scale = يتغيّر المقياس
chart-events =
    { $count ->
        [one] حدث
        [two] حدثان
        [few] أحداث
        [many] حدثًا
       *[other] حدث
    }
chart-events-between =
    { $count ->
        [zero] لا أحداث، من { $first } إلى { $last }
        [one] حدث واحد، من { $first } إلى { $last }
        [two] حدثان، من { $first } إلى { $last }
        [few] { $count } أحداث، من { $first } إلى { $last }
        [many] { $count } حدثًا، من { $first } إلى { $last }
       *[other] { $count } حدث، من { $first } إلى { $last }
    }
chart-articles-between =
    { $count ->
        [zero] لا مقالات، من { $first } إلى { $last }
        [one] مقال واحد، من { $first } إلى { $last }
        [two] مقالان، من { $first } إلى { $last }
        [few] { $count } مقالات، من { $first } إلى { $last }
        [many] { $count } مقالًا، من { $first } إلى { $last }
       *[other] { $count } مقال، من { $first } إلى { $last }
    }
notes-by-verdict = الملاحظات بحسب الحكم
notes-by-verdict-text = وسائل الإعلام بحسب الاسم. يعدّ الرقم الملاحظات، ويبيّن الشريط، بدءًا من خمس ملاحظات، نصيبها من ملاحظات الوسيلة نفسها. يختار المحررون ما يعلّقون عليه، فليس هذا مقياسًا لوسيلة إعلام.
notes-with-verdict =
    { $count ->
        [zero] لا ملاحظات ذات حكم، { $articles }
        [one] ملاحظة واحدة ذات حكم، { $articles }
        [two] ملاحظتان ذواتا حكم، { $articles }
        [few] { $count } ملاحظات ذات حكم، { $articles }
        [many] { $count } ملاحظة ذات حكم، { $articles }
       *[other] { $count } ملاحظة ذات حكم، { $articles }
    }
articles-appeared = متى صدرت المقالات
as-table = البيانات نفسها في جدول
articles-by-unit =
    المقالات بحسب { $unit ->
        [day] اليوم
        [month] الشهر
        [year] السنة
        [decade] العقد
        [century] القرن
       *[millennium] الألفية
    }
articles-by-unit-name = { articles-by-unit }: { $count } من { $first } إلى { $last }

## Sources

sources-title = المصادر المذكورة
sources-text =
    { $count ->
        [zero] لا وثائق تستشهد بها الملاحظات والادعاءات والأحداث، مرتبة بحسب الناشر، ومع كل منها ما تبيّنه هناك.
        [one] وثيقة واحدة تستشهد بها الملاحظات والادعاءات والأحداث، مرتبة بحسب الناشر، ومع كل منها ما تبيّنه هناك.
        [two] وثيقتان تستشهد بها الملاحظات والادعاءات والأحداث، مرتبة بحسب الناشر، ومع كل منها ما تبيّنه هناك.
        [few] { $count } وثائق تستشهد بها الملاحظات والادعاءات والأحداث، مرتبة بحسب الناشر، ومع كل منها ما تبيّنه هناك.
        [many] { $count } وثيقة تستشهد بها الملاحظات والادعاءات والأحداث، مرتبة بحسب الناشر، ومع كل منها ما تبيّنه هناك.
       *[other] { $count } وثيقة تستشهد بها الملاحظات والادعاءات والأحداث، مرتبة بحسب الناشر، ومع كل منها ما تبيّنه هناك.
    }
sources-range = تضم هذه الصفحة من { $first } إلى { $last }.
sources-none = لم يُستشهد بأي وثيقة بعد.
publishers-by-letter = الناشرون بحسب الحرف
no-publisher = دون ذكر الناشر
cited-further = تتمة { $count } من الاستشهادات
cited-times =
    { $count ->
        [zero] لم يُستشهد بها
        [one] استُشهد بها مرة واحدة
        [two] استُشهد بها مرتين
        [few] استُشهد بها { $count } مرات
       *[other] استُشهد بها { $count } مرة
    }

## Outlets

outlet-site = الموقع
outlet-country = البلد
outlet-language = اللغة
outlet-owner = المالك
ratings = تقييمات جهات أخرى
ratings-text = سجلات لجهات أخرى عن وسيلة الإعلام؛ لا يحسب هذا الموقع أي درجة من عنده.
rater = جهة التقييم
rating-scale = المقياس
rating-value = القيمة
republished = أُعيد نشره من مصادر أخرى
outlet-correction = تصحيح من وسيلة الإعلام
outlet-correction-of = تصحيح من وسيلة الإعلام: { $article }
outlet-corrections = تصحيحات وسيلة الإعلام
outlet-corrections-count = { $count } في المقالات الموجودة هنا؛ وليس هذا العدد درجة تقييم.
outlet-corrections-more = أحدث { $shown }؛ وتقود { $all } إليها كلها.
outlet-corrected-here = { $corrections } من وسيلة الإعلام في المقالات هنا
corrections-count =
    { $count ->
        [zero] لا تصحيحات
        [one] تصحيح واحد
        [two] تصحيحان
        [few] { $count } تصحيحات
        [many] { $count } تصحيحًا
       *[other] { $count } تصحيح
    }

## Editors

editor-page = الصفحة
editor-login = اسم المستخدم
disclosures = إفصاحات
editor-changed = { $changes } على هذه الملاحظات والادعاءات منذ نشرها
changes-count =
    { $count ->
        [zero] لا تعديلات
        [one] تعديل واحد
        [two] تعديلان
        [few] { $count } تعديلات
        [many] { $count } تعديلًا
       *[other] { $count } تعديل
    }
editor-notes-more =
    { $count ->
        [few] الأحدث من { $count } ملاحظات. { $all } في قائمتها.
       *[other] الأحدث من { $count } ملاحظة. { $all } في قائمتها.
    }
all-notes = جميع الملاحظات
editor-stances = المواقف المقيَّمة
editor-claims = الادعاءات المراجَعة
editor-changes = التعديلات على هذه الملاحظات والادعاءات
editor-changes-more = أحدث { $shown } من أصل { $count }؛ وتضمها كلها { $all }.

## Corrections

corrections-feed = { $site }: التصحيحات
corrections-text = ما عُدّل بعد نشره، ولماذا. تلقيم التصحيحات وحالات السحب: { $feed }
corrections-changes = التعديلات على ملاحظات هذا الموقع وادعاءاته
corrections-none = لم تُعدّل أي ملاحظة ولا أي ادعاء حتى الآن.
corrections-own = تصحيحات هذا الموقع
outlet-corrections-all = تصحيحات وسائل الإعلام
outlet-corrections-text = ما صحّحته وسائل الإعلام نفسها في المقالات الموجودة هنا، الأحدث أولًا؛ العدد الكلي: { $count }.
outlet-corrections-link = جميع تصحيحات وسائل الإعلام
outlet-corrections-none = لم يُسجَّل أي تصحيح من وسيلة إعلام للمقالات هنا.

## Questions

questions-feed = { $site }: أسئلة مفتوحة
questions-open =
    { $count ->
        [zero] لا أسئلة مفتوحة
        [one] سؤال مفتوح واحد
        [two] سؤالان مفتوحان
        [few] { $count } أسئلة مفتوحة
        [many] { $count } سؤالًا مفتوحًا
       *[other] { $count } سؤال مفتوح
    }
questions-answered =
    { $count ->
        [zero] لا أسئلة مجابة
        [one] سؤال مجاب واحد
        [two] سؤالان مجابان
        [few] { $count } أسئلة مجابة
        [many] { $count } سؤالًا مجابًا
       *[other] { $count } سؤال مجاب
    }
questions-none = لا سؤال مفتوحًا، ولم يُجَب عن أي سؤال حتى الآن.
questions-unanswered = لم يُجَب عنها بعد
feed-at = التلقيم: { $feed }
claims-unjudged = ادعاءات لم يُحكم عليها بعد
claims-unjudged-count =
    { $count ->
        [zero] لا ادعاءات دون حكم
        [one] ادعاء واحد دون حكم
        [two] ادعاءان دون حكم
        [few] { $count } ادعاءات دون حكم
        [many] { $count } ادعاءً دون حكم
       *[other] { $count } ادعاء دون حكم
    }
claims-unjudged-text = ترد في مقالات هنا ولا حكم عليها.
claims-unjudged-more = أول { $shown } من أصل { $count }؛ وتضمها كلها { $all }.
claims-list = قائمة الادعاءات
question-asked = سؤال: { $question }
question-answered = جواب: { $question }
question-on = عن { $article }.
question-on-quote = عن «{ $quote }» في { $article }.

## How to read

settings = إعدادات القراءة
settings-open = Aa: إعدادات القراءة
settings-size = النص
settings-size-small = صغير
settings-size-normal = عادي
settings-size-large = كبير
settings-size-largest = الأكبر
settings-measure = الأسطر
settings-measure-narrow = قصيرة
settings-measure-normal = عادية
settings-measure-wide = طويلة
settings-scheme = الألوان
settings-scheme-system = كالنظام
settings-scheme-light = فاتحة
settings-scheme-sepia = بنّية
settings-scheme-dark = داكنة
settings-keys = تفعيل المفاتيح المفردة
settings-keys-which = ما المفاتيح
keys = المفاتيح
keys-notes = الملاحظة التالية، الملاحظة السابقة
keys-enter = من رقم إلى ملاحظته
keys-original = النص وحده، والعودة
keys-search = البحث
keys-help = هذه القائمة
keys-escape = للإغلاق؛ ومن الملاحظة للعودة إلى كلماتها
key-enter = Enter
key-escape = Esc
close = إغلاق

## What scripts say: the article's page

script-copy = انسخ
script-copied = نُسخ
script-copy-refused = النسخ غير مسموح به هنا
script-copy-link = انسخ رابط هذه الكلمات
script-copy-quote = انسخ مع المصدر
script-stopped = توقفت هنا في المرة الماضية.
script-to-top = إلى أعلى الصفحة

## The search page

search-examples = مثلًا: { $examples }
search-lists = جميع القوائم
topic = الموضوع
year = السنة
page = صفحة
search-label = ابحث في المقالات والملاحظات
search-hint = يُبحث عن الكلمات كلها معًا. «الكلمات بين علامتي اقتباس» متتالية.
search-loading = جارٍ تحميل الفهرس…
search-searching = جارٍ البحث…
search-failed = تعذّر تحميل الفهرس. تقود القوائم أدناه إلى كل شيء.
search-results =
    { $count ->
        [zero] لا نتائج عن { $query }
        [one] نتيجة واحدة عن { $query }
        [two] نتيجتان عن { $query }
        [few] { $count } نتائج عن { $query }
       *[other] { $count } نتيجة عن { $query }
    }
search-at-least =
    { $count ->
        [one] نتيجة واحدة على الأقل عن { $query }
        [two] نتيجتان على الأقل عن { $query }
        [few] { $count } نتائج على الأقل عن { $query }
       *[other] { $count } نتيجة على الأقل عن { $query }
    }
search-about =
    { $count ->
        [one] نحو نتيجة واحدة عن { $query }
        [two] نحو نتيجتين عن { $query }
        [few] نحو { $count } نتائج عن { $query }
       *[other] نحو { $count } نتيجة عن { $query }
    }
search-filtered =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
       *[other] { $count } نتيجة
    }
search-nothing = لا نتائج.
search-not-yet =
    { $count ->
        [one] لم يُعثر بعد على شيء عن { $query } في النص الأرجح.
        [two] لم يُعثر بعد على شيء عن { $query } في النصين الأرجح.
        [few] لم يُعثر بعد على شيء عن { $query } في أرجح { $count } نصوص.
       *[other] لم يُعثر بعد على شيء عن { $query } في أرجح { $count } نصًا.
    }
search-none = لم يُعثر على شيء عن { $query }.
search-some = لا شيء يضم هذه الكلمات كلها؛ وهذا يضم بعضها.
search-instead = لا صفحة فيها «{ $typed }»؛ وهذه نتائج «{ $found }».
search-too-short = حرف آخر من فضلك.
search-more = اعرض المزيد
search-further = تابع البحث
search-narrow = ضيّق النتائج
search-clear = امسح الكل
search-all = الكل ({ $count })
search-note = ملاحظة على { $title }

## القراءة دون اتصال

offline = القراءة دون اتصال
offline-title = القراءة دون اتصال
offline-lead = يحتفظ هذا الموقع بالصفحات التي تقرؤها، لتعود إليها دون اتصال.
offline-download = تنزيل كل شيء ({ $size } م.ب)
offline-update = تنزيل الجديد ({ $size } م.ب)
offline-progress = { $done } من { $size } م.ب
offline-complete = كل شيء على هذا الجهاز. عدد الملفات: { $files }.
offline-held = عدد الملفات على هذا الجهاز: { $files }. لا يُعرف الجديد دون اتصال.
offline-stopped = توقف التنزيل. ما وصل يبقى على هذا الجهاز.
offline-failed = عدد الملفات التي تعذّر تحميلها: { $files }. الباقي على هذا الجهاز. حاول مرة أخرى.
offline-full = لا مساحة كافية على هذا الجهاز. ما وصل يبقى.
offline-removed = حُذفت النسخة المنزّلة.
offline-unreachable = لا يمكن الوصول إلى الموقع الآن.
offline-missed = هذه الصفحة ليست على هذا الجهاز
offline-missed-text = لم تُقرأ هنا بعد، ولا يوجد اتصال. { $again }
offline-again = حاول مرة أخرى
offline-all = خذ كل شيء معك
offline-all-text = كل الصفحات والصور والبحث، للقراءة في أي مكان.
offline-stop = إيقاف
offline-remove = حذف النسخة المنزّلة
offline-bar = المنزّل
offline-kept = ما يُحفظ
offline-kept-text = تبقى الصفحات والصور على هذا الجهاز كلما قرأتها: آخر { $files } ملف، وبحد أقصى { $size } م.ب. مع الاتصال ترى الأحدث دائمًا. لا شيء مما تقرؤه يغادر الجهاز.
offline-folder = مجلد هذا الموقع المفتوح من القرص كامل كما هو ولا يحفظ شيئًا. ودون البرامج النصية لا يُحفظ شيء أيضًا.
offline-fresh = هناك نسخة جديدة من هذا الموقع.
offline-reload = إعادة التحميل
offline-later = لاحقًا
