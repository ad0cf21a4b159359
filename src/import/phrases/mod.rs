//! Word lists, apart from the rules that read them. All in lower case unless a comment says otherwise.

/// The same, where it could also open a heading: only above another short line.
pub(super) const DEPICTS_MAYBE: &[&str] = &["view of", "plan of", "a view of", "portrait of", "scene from", "mapa ", "zdjęcie ", "widok ", "карта ", "вид на ", "фото ", "خريطة ", "صورة ", "منظر ", "نقشه ", "تصویر ", "kartta ", "kuva ", "χάρτης ", "peta ", "harita "];

pub(super) mod byline;
pub(super) mod lookup;
pub(super) mod page;

/// Words of outlets' names.
pub(super) const OUTLET_WORDS: &[&str] = &[
    "post", "news", "times", "herald", "dispatch", "press", "journal", "agency", "daily", "weekly", "magazine",
    "review", "radio", "tv", "gazette", "tribune", "chronicle", "observer", "monitor", "bulletin", "report", "today",
    "media", "network", "courier", "mail", "com", "org", "net", "newswire", "wire", "telegraph", "standard", "mirror",
    "examiner", "inquirer", "globe", "reporter", "letter", "newsletter", "staff", "insider", "reuters", "afp", "dpa", "ansa", "efe", "tass", "xinhua", "bloomberg", "pti", "ians", "upi", "kyodo", "yonhap", "interfax", "cnn", "bbc", "nbc", "cbs", "wires", "forum", "board", "encyclopedia", "encyclopaedia", "wikipedia", "almanac", "library", "echo", "record", "star", "sun", "broadcasting", "zeitung",
    "nachrichten", "presse", "presseagentur", "tageblatt", "anzeiger", "kurier", "rundschau", "blatt", "bote",
    "redaktion", "agence", "rédaction", "écho", "dépêche", "matin", "quotidien", "hebdo", "revue", "gazeta", "dziennik", "redakcja", "diario", "periódico", "redacción", "agencia",
    "noticias", "jornal", "diário", "folha", "agência", "redação", "notícias", "giornale", "corriere", "gazzetta",
    "redazione", "agenzia", "krant", "dagblad", "nieuws", "redactie", "курьер", "газета", "вестник", "новости",
    "агентство", "редакция", "известия", "журнал", "новини", "агентство", "редакція", "вісник", "gazetesi", "haber",
    "haberler", "ajansı", "وكالة", "صحيفة", "جريدة", "موقع", "قناة", "مجلة", "الصحيفة", "خبرگزاری", "روزنامه", "מערכת",
    "עיתון", "סוכנות", "ידיעות", "εφημερίδα", "νέα", "ειδήσεις", "tidning", "tidningen", "nyheter", "avis", "avisen", "tidende", "bladet",
    "nyheder", "lehti", "sanomat", "uutiset", "noviny", "zprávy", "deník", "redakce", "kompas", "harian", "koran", "kabar",
];

/// Ends of outlets' names in scripts without spaces, and words inside them.
pub(super) const OUTLET_SIGNS: &[&str] = &[
    "新聞", "新闻", "日報", "日报", "時報", "时报", "晚報", "晚报", "通信", "通信社", "通讯社", "通訊社", "電視", "电视", "放送", "テレビ", "ニュース",
    "週刊", "周刊", "編集部", "编辑部", "編輯部", "網", "网", "社", "일보", "신문", "뉴스", "방송", "통신",
];

/// Second halves of outlets' names in languages that write compounds as one word.
pub(super) const OUTLET_ENDS: &[&str] = &[
    "zeitung", "nachrichten", "anzeiger", "kurier", "blatt", "bote", "rundschau", "bladet", "tidningen", "tidning", "posten", "avisen", "tidende", "krant", "dagblad", "lehti", "sanomat",
];

/// Small words inside names of persons, as they are written.
pub(super) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al",
    "el", "y", "e", "ter", "ten", "zu", "af", "av", "bint", "abu", "ben", "dal", "lo", "st", "het", "'t", "op",
];

/// Lead of a feed's trailer and what stands between title and outlet: `WordPress`, in its English form and its
/// translations. As written.
pub(super) const TRAILERS: &[(&str, &str)] = &[
    ("The post ", " appeared first on "),
    ("The post ", " first appeared on "),
    ("The article ", " appeared first on "),
    ("L’article ", " est apparu en premier sur "),
    ("L'article ", " est apparu en premier sur "),
    ("L’article ", " est apparu en premier dans "),
    ("L'article ", " est apparu en premier dans "),
    ("Der Beitrag ", " erschien zuerst auf "),
    ("Der Artikel ", " erschien zuerst auf "),
    ("La entrada ", " se publicó primero en "),
    ("La entrada ", " apareció primero en "),
    ("Het bericht ", " verscheen eerst op "),
    ("O post ", " apareceu primeiro em "),
    ("O conteúdo ", " aparece primeiro em "),
    ("L'articolo ", " proviene da "),
    ("L’articolo ", " proviene da "),
    ("L'articolo ", " sembra essere il primo su "),
    ("Artykuł ", " pochodzi z serwisu "),
    ("Сообщение ", " появились сначала на "),
    ("Запис ", " спершу з'явився на "),
    ("Inlägget ", " dök först upp på "),
    ("Innlegget ", " dukket først opp på "),
    ("Indlægget ", " blev først udgivet på "),
    ("Příspěvek ", " se nejdříve objevil na "),
    ("The post ", " first appeared in "),
];

/// Labels of a link to another article, before a colon.
pub(super) const RELATED: &[&str] = &[
    "read more", "read also", "also read", "read next", "see also", "see more", "related", "related article",
    "related story", "watch", "watch also", "don't miss", "don’t miss", "more on this story", "explore more",
    "recommended", "lire aussi", "à lire aussi", "a lire aussi", "à lire", "lire également", "lire", "voir aussi", "lesen sie auch",
    "lesen sie mehr", "mehr dazu", "mehr zum thema", "auch interessant", "siehe auch", "lees ook", "lees meer", "leia também", "leia mais",
    "leia ainda", "veja também", "lea también", "lee también", "leer más", "más información", "te puede interesar",
    "también te puede interesar", "ver también", "leggi anche", "leggi tutto", "czytaj także", "czytaj też", "czytaj również", "zobacz także", "zobacz też",
    "przeczytaj także", "przeczytaj też", "czytaj więcej", "читайте также", "читайте ещё", "смотрите также", "подробнее", "по теме", "читайте також", "дивіться також",
    "ayrıca okuyun", "ilgili haber", "bunu da okuyun", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ أيضًا", "اقرأ المزيد", "شاهد أيضا", "شاهد أيضاً", "بیشتر بخوانید",
    "همچنین بخوانید", "מומלץ לקרוא", "קראו גם", "קראו עוד", "לקריאה נוספת", "עוד בנושא", "相关阅读", "延伸阅读", "推荐阅读", "相關閱讀", "延伸閱讀", "阅读更多", "関連記事", "関連",
    "あわせて読みたい", "관련기사", "관련 기사", "더 읽기", "διαβάστε επίσης", "διαβάστε ακόμη", "διαβάστε ακόμα", "δείτε επίσης", "läs mer", "läs också", "läs även",
    "læs også", "læs mere", "les også", "les mer", "lue myös", "lue lisää", "katso myös", "čtěte také", "čtěte též", "přečtěte si také", "více", "baca juga", "baca selengkapnya", "lihat juga",
    "kapcsolódó", "olvassa el", "citește și", "xem thêm", "đọc thêm", "ये भी पढ़ें", "यह भी पढ़ें",
];

/// First words of a request to subscribe or to follow, which must also name one of [`SUBSCRIBED`].
pub(super) const SUBSCRIBE: &[&str] = &[
    "subscribe", "sign up", "join our", "join us", "get our", "get the", "follow us", "follow our", "like us", "find us", "never miss", "enter your",
    "receive", "register", "download", "want more", "enjoyed this", "stay ", "abonnez-vous", "inscrivez-vous", "recevez", "suivez", "rejoignez", "abonnieren",
    "jetzt", "melden sie", "folgen sie", "bestellen sie", "newsletter", "suscríb", "suscrib", "síguenos", "sigue", "recibe", "apúntate", "únete", "assine", "inscreva",
    "cadastre", "receba", "siga", "iscriviti", "abbonati", "ricevi", "seguici", "resta", "abonneer", "schrijf je", "meld je", "ontvang", "volg ons", "zapisz się",
    "subskrybuj", "śledź", "obserwuj", "подпис", "следите", "читайте нас", "получайте", "підпис", "стежте", "читайте нас", "abone", "takip", "bizi", "اشترك", "اشتركوا", "تابع", "تابعوا", "تابعونا",
    "انضم", "عضو", "عضویت", "ما را", "הירשמו", "הרשמו", "הצטרפו", "עקבו", "订阅", "訂閱", "关注", "關注", "追蹤", "加入", "扫码", "扫描", "登録", "フォロー", "購読", "구독", "팔로우",
    "εγγραφείτε", "ακολουθήστε", "κάντε εγγραφή", "prenumerera", "anmäl", "följ", "tilmeld", "abonner", "abonnér", "følg", "meld deg", "tilaa", "seuraa", "přihlaste", "odebírejte", "sledujte", "berlangganan",
    "ikuti", "dapatkan", "iratkozz", "kövess", "abonează", "urmărește", "theo dõi", "đăng ký", "सब्सक्राइब", "फॉलो",
];

/// What one subscribes to.
pub(super) const SUBSCRIBED: &[&str] = &[
    "newsletter", "channel", "mailing list", "updates", "inbox", "podcast", "telegram", "facebook", "twitter", "alerts", "briefing", "e-mail", "email", "daily digest",
    "youtube", "instagram", "whatsapp", "google news", "lettre", "infolettre", "boletín", "boletim", "nieuwsbrief", "nyhetsbrev", "nyhedsbrev", "uutiskirj", "рассылк", "розсилк", "канал", "телеграм", "bülten", "kanal",
    "نشرة", "نشرتنا", "النشرة", "قناة", "قناتنا", "تليغرام", "تلغرام", "خبرنامه", "کانال", "ניוזלטר", "עדכונים", "ערוץ", "公众号", "微信", "电子报", "電子報", "频道", "頻道", "メルマガ", "メールマガジン", "チャンネル", "ニュースレター", "뉴스레터", "채널",
    "ενημερώσεις", "odběr", "zprávy e-mailem", "buletin", "saluran", "hírlevél", "bản tin", "tiktok", "linkedin", "rss", "our app", "our social media", "on x", "feed",
];

/// First words of a notice about cookies.
pub(super) const COOKIES: &[&str] = &[
    "we use cookies", "this site uses cookies", "this website uses cookies", "accept all cookies", "accept cookies", "accept all", "reject all",
    "cookie settings", "privacy & cookies", "by continuing to use", "we value your privacy", "we and our partners", "we care about your privacy", "your privacy", "manage options",
    "wir verwenden cookies", "diese website verwendet cookies", "diese seite verwendet cookies", "alle akzeptieren", "alle cookies akzeptieren", "akzeptieren", "nous utilisons des cookies", "ce site utilise des cookies",
    "tout accepter", "accepter tout", "accepter et continuer", "continuer sans accepter", "utilizamos cookies", "usamos cookies", "este sitio utiliza cookies", "este sitio web utiliza cookies", "este site utiliza cookies", "este site usa cookies", "aceptar todas", "aceptar todo", "aceitar todos",
    "questo sito utilizza", "utilizziamo i cookie", "accetta tutti", "wij gebruiken cookies", "deze website gebruikt cookies", "deze site gebruikt cookies", "alles accepteren", "ta strona używa", "używamy plików cookie", "ten serwis wykorzystuje pliki cookie", "strona korzysta z plików cookie", "akceptuję", "мы используем cookie", "мы используем файлы cookie",
    "этот сайт использует", "сайт использует", "ми використовуємо", "цей сайт використовує", "принять все", "bu site çerez", "çerez", "نستخدم ملفات تعريف", "يستخدم هذا الموقع ملفات", "این سایت از کوکی", "אתר זה משתמש", "האתר משתמש", "אנו משתמשים בעוגיות", "本网站使用", "本網站使用", "我们使用cookie", "当サイトでは",
    "このサイトは", "当サイトはcookie", "이 사이트는", "이 웹사이트는", "χρησιμοποιούμε cookies", "αυτός ο ιστότοπος", "vi använder cookies", "den här webbplatsen", "vi bruger cookies", "vi bruker informasjonskapsler", "vi bruker cookies", "käytämme evästeitä", "sivusto käyttää evästeitä", "používáme cookies", "používáme soubory", "tato stránka používá", "tento web používá", "situs ini menggunakan", "kami menggunakan cookie",
    "az oldal sütiket", "acest site folosește", "trang web này",
];

/// Words of a line about rights, of up to 25 words.
pub(super) const RIGHTS: &[&str] = &[
    "©", "(c) 19", "(c) 20", "copyright 19", "copyright 20", "copyright (c)", "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "reservados todos los derechos",
    "todos os direitos reservados", "tutti i diritti riservati", "riproduzione riservata", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "все права защищены", "усі права захищені", "всі права захищені",
    "tüm hakları saklıdır", "her hakkı saklıdır", "جميع الحقوق محفوظة", "کلیه حقوق", "تمامی حقوق", "تمام حقوق", "כל הזכויות שמורות", "版权所有", "版權所有", "著作權所有", "無断転載", "無断複製", "禁無断", "무단전재", "무단 전재", "all rights reserved", "με επιφύλαξη παντός δικαιώματος", "alla rättigheter förbehållna", "alle rettigheder forbeholdes",
    "alle rettigheter reservert", "kaikki oikeudet pidätetään", "všechna práva vyhrazena", "hak cipta dilindungi", "minden jog fenntartva", "toate drepturile rezervate", "reprinted with permission", "no part of this publication",
];

/// Labels of categories and tags, before a colon.
pub(super) const FILED: &[&str] = &[
    "tags", "tag", "tagged", "tagged with", "tagged as", "filed under", "posted in", "categories", "category", "topics", "topic", "keywords", "labels", "more on", "more about", "in this article", "schlagwörter", "schlagworte", "stichwörter", "themen", "kategorien", "kategorie", "mots-clés",
    "mots clés", "thèmes", "étiquettes", "catégories", "catégorie", "etiquetas", "temas", "categorías", "categoría", "assuntos", "categorias", "marcadores", "palavras-chave", "argomenti", "trefwoorden", "onderwerpen", "categorieën", "tagi", "słowa kluczowe", "kategorie", "тэги", "теги", "метки", "рубрика", "рубрики", "категории", "темы", "мітки", "теми", "категорії",
    "etiketler", "konular", "kategoriler", "الوسوم", "كلمات مفتاحية", "الكلمات المفتاحية", "كلمات دلالية", "التصنيفات", "تصنيفات", "برچسب‌ها", "برچسب ها", "کلیدواژه‌ها", "תגיות", "תגים", "נושאים", "קטגוריות", "标签", "标签云", "標籤", "关键词", "關鍵字", "分类", "分類", "タグ", "カテゴリ", "カテゴリー", "キーワード", "태그", "키워드", "카테고리", "ετικέτες", "θέματα", "κατηγορίες", "taggar", "ämnen", "emner", "stikord", "emneord", "avainsanat", "aiheet",
    "štítky", "témata", "klíčová slova", "topik", "címkék", "etichete", "từ khóa", "टैग", "टैग्स",
];

/// Labels of the article's address, before the address.
pub(super) const ADDRESS: &[&str] = &[
    "source", "link", "url", "permalink", "original", "original article", "originally published at", "web", "online", "read online", "view online", "read it online", "available at", "article url", "short url", "short link", "shortlink",
    "first published at", "read the original at", "read the original", "retrieved from", "from", "quelle", "originalartikel", "lien", "source url", "fuente", "enlace", "fonte", "bron", "źródło", "adres", "источник", "ссылка", "джерело", "посилання", "kaynak", "المصدر", "الرابط", "رابط", "منبع", "لینک", "מקור", "קישור", "来源", "來源", "链接", "原文链接", "原文", "原文連結", "網址", "出典", "元記事", "リンク", "출처", "원문", "원문보기", "링크", "πηγή", "σύνδεσμος", "källa", "länk", "kilde", "lenke", "lähde", "linkki", "zdroj", "odkaz", "sumber", "tautan",
];

/// First words of a caption that name the picture, before a colon.
pub(super) const CREDIT: &[&str] = &[
    "photo", "photos", "photograph", "photography", "photo credit", "photo by", "image", "image credit", "image source", "images", "picture", "pictured", "in this photo", "file photo", "photo courtesy",
    "caption", "credit", "illustration", "graphic", "map", "chart", "figure", "fig", "video", "above", "below", "foto", "fotos", "crédit photo", "crédit", "photo d’illustration", "photo d'illustration", "légende", "carte", "bild", "bilder", "bildquelle", "fotograf", "fotonachweis", "grafik", "karte", "imagen", "imágenes", "crédito", "pie de foto", "mapa", "gráfico", "imagem", "reprodução", "immagine", "didascalia", "mappa", "beeld", "afbeelding", "onderschrift", "zdjęcie", "zdjęcia", "fot", "rycina",
    "фото", "фотография", "фотограф", "иллюстрация", "изображение", "карта", "світлина", "ілюстрація", "зображення", "fotoğraf", "görsel", "resim", "harita", "صورة", "الصورة", "تصوير", "خريطة", "عکس", "تصویر", "عکاس", "نقشه", "צילום", "תמונה", "איור", "מפה", "图", "图片", "圖", "圖片", "图片来源", "圖片來源", "图源", "图为", "圖為", "摄影", "攝影", "摄", "地图", "地圖", "写真", "画像", "撮影", "図", "地図", "사진", "그림", "지도", "사진 제공", "사진=", "φωτογραφία", "φωτο", "φωτό", "εικόνα", "χάρτης",
    "bild", "fotograf", "billede", "kort", "bilde", "kart", "kuva", "kuvat", "kartta", "obrázek", "snímek", "mapa", "gambar", "peta", "kép", "fotó", "imagine", "ảnh", "फोटो",
];

/// First words of a caption that say what the picture shows.
pub(super) const DEPICTS: &[&str] = &[
    "map of", "map showing", "photo of", "photograph of", "image of", "picture of", "chart of", "chart showing", "image caption",
    "graph of", "graph showing", "diagram of", "illustration of", "screenshot of", "satellite image", "photo by", "an image of", "a photo of", "a map of", "a photograph of",
    "photograph by", "image by", "illustration by", "karte von", "karte der", "foto von", "bild von", "carte de", "carte du", "carte des", "photo de", "vue de", "vue du", "mapa de", "mapa del", "foto de", "imagen de", "vista de", "mapa da", "mapa do", "foto da", "foto do", "imagem de", "mappa di", "mappa del", "mappa della", "foto di", "veduta di", "kaart van", "foto van", "מפת ", "צילום של ", "תמונה של ", "karta över", "bild på", "kort over", "kart over",
];
