//! Names that sites give to elements, and phrases of lines around an article, apart from the rules that read them.

/// Names of elements that are about the page, not of the article; each between marks, as `prune` writes them.
pub(in crate::import::html) const NAMED: &[(&str, &str)] = &[
    ("-newsletter-", "subscription"), ("-newsletters-", "subscription"), ("-subscribe-", "subscription"), ("-subscription-", "subscription"),
    ("-signup-", "subscription"), ("-sign-up-", "subscription"), ("-paywall-", "subscription"), ("-mailchimp-", "subscription"), ("-donate-", "subscription"),
    ("-donation-", "subscription"), ("-membership-", "subscription"), ("-app-promo-", "subscription"), ("-abo-", "subscription"),
    ("-recirc-", "links to other articles"), ("-recirculation-", "links to other articles"), ("-outbrain-", "advertisement"),
    ("-taboola-", "advertisement"), ("-adsense-", "advertisement"), ("-adsbygoogle-", "advertisement"), ("-advert-", "advertisement"), ("-advertisement-", "advertisement"),
    ("-advertising-", "advertisement"), ("-ad-slot-", "advertisement"), ("-ad-container-", "advertisement"), ("-ad-wrapper-", "advertisement"), ("-ad-label-", "advertisement"),
    ("-ads-", "advertisement"), ("-sponsored-", "advertisement"), ("-anzeige-", "advertisement"), ("-publicidad-", "advertisement"), ("-pubblicita-", "advertisement"),
    ("-breadcrumb-", "menu"), ("-breadcrumbs-", "menu"), ("-pagination-", "menu"), ("-skip-link-", "menu"),
    ("-sharebar-", "share"), ("-share-", "share"), ("-sharing-", "share"), ("-sharedaddy-", "share"), ("-social-share-", "share"), ("-addthis-", "share"), ("-addtoany-", "share"),
    ("-share-buttons-", "share"), ("-social-links-", "share"), ("-social-media-", "share"), ("-social-icons-", "share"), ("-follow-us-", "share"), ("-share-tools-", "share"),
    ("-jp-relatedposts-", "links to other articles"), ("-related-posts-", "links to other articles"), ("-related-articles-", "links to other articles"),
    ("-related-stories-", "links to other articles"), ("-related-content-", "links to other articles"), ("-related-links-", "links to other articles"),
    ("-related-news-", "links to other articles"), ("-related-article-", "links to other articles"), ("-related-story-", "links to other articles"), ("-related-topics-", "links to other articles"),
    ("-inline-related-", "links to other articles"), ("-most-read-", "links to other articles"), ("-most-popular-", "links to other articles"), ("-read-also-", "links to other articles"),
    ("-read-more-", "links to other articles"), ("-readmore-", "links to other articles"), ("-read-next-", "links to other articles"), ("-more-stories-", "links to other articles"), ("-leia-mais-", "links to other articles"),
    ("-lire-aussi-", "links to other articles"), ("-recommended-", "links to other articles"), ("-recommendations-", "links to other articles"), ("-trending-", "links to other articles"),
    ("-comments-", "comments"), ("-disqus-", "comments"), ("-comment-form-", "comments"), ("-comment-respond-", "comments"),
    ("-post-tags-", "tags"), ("-tag-list-", "tags"), ("-taglist-", "tags"), ("-article-tags-", "tags"), ("-tags-", "tags"), ("-tags-links-", "tags"), ("-tag-cloud-", "tags"),
    ("-author-bio-", "about the author"), ("-about-author-", "about the author"), ("-author-box-", "about the author"), ("-author-info-", "about the author"), ("-author-description-", "about the author"),
    ("-author-card-", "about the author"), ("-post-author-", "byline"), ("-byline-", "byline"), ("-bylines-", "byline"), ("-dateline-", "byline"), ("-timestamp-", "byline"), ("-post-date-", "byline"),
    ("-post-meta-", "byline"), ("-entry-meta-", "byline"), ("-article-meta-", "byline"), ("-article-date-", "byline"), ("-publish-date-", "byline"), ("-published-date-", "byline"), ("-article-info-", "byline"), ("-pubdate-", "byline"),
    ("-date-published-", "byline"), ("-time-published-", "byline"), ("-article-author-", "byline"), ("-article-byline-", "byline"), ("-read-time-", "counter"), ("-reading-time-", "counter"),
    ("-sr-only-", "hidden"), ("-visually-hidden-", "hidden"), ("-screen-reader-text-", "hidden"), ("-visuallyhidden-", "hidden"), ("-u-visually-hidden-", "hidden"), ("-screenreader-", "hidden"),
    ("-print-only-", "hidden"), ("-cookie-", "cookies"), ("-cookies-", "cookies"), ("-gdpr-", "cookies"), ("-copyright-", "rights"),
];

/// The same, where only an element that is mostly links counts.
pub(in crate::import::html) const LINKED: &[&str] = &[
    "-related-", "-teaser-", "-teasers-", "-promo-", "-promos-", "-more-", "-widget-", "-sidebar-", "-aside-", "-links-", "-link-list-", "-latest-", "-popular-",
    "-tag-", "-topics-", "-topic-", "-category-", "-categories-", "-nav-", "-navigation-", "-menu-", "-series-", "-also-", "-onward-", "-stories-", "-carousel-", "-similar-", "-box-",
];

/// Names of the element that holds an article's text as a whole.
pub(in crate::import::html) const TEXT: &[&str] = &[
    "-article-body-", "-articlebody-", "-article-content-", "-article-text-", "-article-main-body-", "-article-copy-", "-story-body-", "-storybody-", "-story-content-", "-story-text-", "-storytext-",
    "-post-content-", "-post-body-", "-entry-content-", "-content-body-", "-body-copy-", "-bodycopy-", "-td-post-content-", "-news-content-", "-news-text-", "-news-body-", "-single-content-", "-post-entry-", "-article-detail-",
    "-field-name-body-", "-text-article-", "-articletext-", "-articlecontent-", "-rich-text-", "-richtext-", "-the-content-", "-main-content-text-", "-artikel-text-", "-article-section-", "-articulo-cuerpo-", "-article-inner-", "-content-article-", "-post-text-", "-blog-content-", "-blog-post-content-",
];

/// Headings of lists of other articles.
pub(in crate::import::html) const RELATED: &[&str] = &[
    "related", "related articles", "related stories", "related posts", "related news", "related content", "related links", "related topics", "read more", "read also", "also read", "more on this story", "more stories", "more from this section", "more news",
    "more", "see also in news", "you may also like", "you might also like", "recommended", "recommended for you", "recommended stories", "trending", "trending now", "most read", "most popular", "popular", "latest news", "latest stories", "dont miss", "editors picks", "up next",
    "what to read next", "read next", "keep reading", "suggested reading", "top stories", "also on", "more like this", "more information", "join the conversation", "about the author", "about the authors", "tags", "topics", "share", "share this", "comments", "mehr zum thema", "lesen sie auch", "das konnte sie auch interessieren", "auch interessant", "weitere artikel", "weitere themen",
    "themen", "meistgelesen", "lire aussi", "a lire aussi", "sur le meme sujet", "a lire egalement", "articles lies", "les plus lus", "leia tambem", "leia mais", "veja tambem", "mais lidas", "relacionadas", "noticias relacionadas", "lea tambien", "te puede interesar", "tambien te puede interesar", "mas informacion", "mas noticias", "lo mas leido", "leggi anche", "potrebbe interessarti", "articoli correlati", "lees ook", "meer over", "lees meer", "czytaj takze", "zobacz takze", "polecane", "chitaite takzhe", "po teme",
    "las ocksa", "laes ogsa", "les ogsa", "lue myos", "ilgili haberler", "baca juga", "xem them", "tin lien quan",
];

/// Words that open a line about the outlet's own letters, channels and offers.
pub(in crate::import::html) const OFFERS: &[&str] = &[
    "subscribe", "sign up", "sign-up", "follow us", "follow the", "follow @", "like us", "join our", "join us on", "get our", "get the latest", "get breaking news", "get the day", "start your day", "click here to subscribe", "click here to sign", "click here to join", "download our", "download the", "stay up to date", "stay informed", "want more",
    "have a tip", "got a tip", "send us", "to get", "for more news", "let our news", "read our", "support our", "if you like", "if you enjoyed", "never miss", "don't miss", "keep up with", "become a", "enjoying", "you can follow", "there's plenty more",
    "abonnieren", "abonnez-vous", "inscrivez-vous", "suivez-nous", "recevez", "melden sie sich", "folgen sie uns", "folge uns", "jetzt abonnieren", "suscr", "síguenos", "siga o", "siga-nos", "siga a", "inscreva-se", "assine", "receba", "clique aqui", "iscriviti", "seguici", "abonneer", "volg ons", "schrijf je in", "zapisz się", "obserwuj", "подпи", "следите", "прене", "abone ol", "tilmeld", "prenumerera", "följ oss", "tilaa", "اشترك", "تابع", "join the conversation", "join our", "click here",
];

/// What such a line also names.
pub(in crate::import::html) const CHANNELS: &[&str] = &[
    "newsletter", "inbox", "email", "e-mail", "facebook", "twitter", "instagram", "telegram", "whatsapp", "youtube", "linkedin", "tiktok", "podcast", "channel", "app", "subscri", "alert", "notification", "forum", "push", "google news", "google notícias", "feed", "rss", "mailing list", "briefing", "boletín", "boletim", "infolettre", "lettre", "messenger", "canal", "kanal", "update", "offer", "issues for",
    "letterbox", "reader", "member", "sign up", "daily", "morning", "weekday", "рассыл", "канал", "бот", "telegr", "discord", "nyhetsbrev", "nieuwsbrief", "nyhedsbrev", "uutiskirje", "bülten",
];

/// Labels before a link to another article, besides those of plain text.
pub(in crate::import::html) const LABELS: &[&str] = &[
    "also on", "read", "read more", "more", "watch", "watch now", "watch more", "listen", "video", "photos", "see", "see more", "see also", "related", "related story", "related news", "related video", "also read", "read also", "don't miss", "must read", "must-read", "recommended", "opinion", "explained", "exclusive", "in pictures", "next", "up next", "previous",
    "lire", "lire aussi", "à lire", "à lire aussi", "voir aussi", "lesen sie auch", "lesen sie mehr", "mehr dazu", "mehr zum thema", "auch interessant", "siehe auch", "leggi anche", "leggi", "leia", "leia também", "leia mais", "veja também", "saiba mais", "lea también", "lea", "lee también", "ver", "te puede interesar", "lees ook", "lees verder", "czytaj też", "czytaj także", "zobacz też", "zobacz także", "читайте также", "читай також", "читайте також", "смотрите также", "baca juga", "läs också", "läs även", "les også", "læs også", "lue myös", "přečtěte si také", "čtěte také", "olvasta már", "citește și", "прочетете още", "διαβάστε ακόμα", "διαβάστε επίσης", "ilgili haber", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ المزيد", "إقرأ أيضا", "关联阅读", "相关阅读", "延伸閱讀", "関連記事", "xem thêm", "आगे पढ़ें", "यह भी पढ़ें",
];

/// Words between the parts of a byline, folded.
pub(in crate::import::html) const BETWEEN_PARTS: &[&str] = &[
    "by", "von", "par", "por", "di", "door", "av", "af", "updated", "published", "posted", "on", "at", "and", "the",
    "am", "pm", "a", "m", "p", "est", "edt", "et", "pst", "pdt", "pt", "gmt", "utc", "bst", "cst", "cdt", "hst",
    "ist", "cet", "cest", "uhr", "last", "first", "modified", "created", "min", "mins", "minutes", "minute", "read",
    "hours", "hour", "ago", "staff", "writer", "reporter", "correspondent", "editor", "der", "den", "le", "el", "de",
    "du", "il", "del", "publicado", "atualizado", "actualizado", "publie", "mis", "jour", "veroffentlicht",
    "aktualisiert", "stand", "pubblicato", "aggiornato", "em", "as", "h", "opublikowano", "aktualizacja", "foto",
    "email", "original", "edited", "written", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// Words before the name of an author.
pub(in crate::import::html) const LEADS: &[&str] = &[
    "written by", "posted by", "reported by", "story by", "text by", "words by", "by", "von", "par", "por", "di",
    "da", "door", "av", "af", "od", "text:", "text", "autor:", "autorin:", "autor", "author:", "authors:", "byline:",
    "author", "texte", "автор:", "автор", "بقلم", "كتب", "文/", "作者：", "记者", "記者", "redakcja:", "yazan:", "oleh",
    "penulis:",
];

/// What is no name of a person: words of the trade that stand in a page's data in place of one, folded.
pub(in crate::import::html) const NOBODY: &[&str] = &[
    "admin", "administrator", "editor", "editors", "editorial", "staff", "staff writer", "staff reporter",
    "redaktion", "redaction", "la redaction", "redacao", "redaccion", "redazione", "la redazione", "newsroom",
    "news desk", "web desk", "webmaster", "author", "guest", "anonymous", "unknown", "none", "null", "undefined",
    "contributor", "team", "news team", "user", "root", "default", "redakcja", "redactie", "toimitus", "redaksjonen",
    "redaksi", "online redaktion", "onlineredaktion", "redakcia", "n a", "by",
];

/// Words after a comma or in brackets that say what somebody is.
pub(in crate::import::html) const ROLES: &[&str] = &[
    "reporter", "editor", "correspondent", "writer", "journalist", "columnist", "contributor", "staff", "chief",
    "photographer", "producer", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "journaliste",
    "correspondant", "redactor", "redactora", "periodista", "corresponsal", "giornalista", "inviato", "verslaggever",
    "redacteur", "professor", "phd", "director", "analyst", "fellow", "bureau", "specialist", "author", "autor",
    "freelance", "freelancer", "senior", "special", "repórter", "reportero", "dziennikarz", "редактор",
    "корреспондент",
];

/// Words beside the numbers of a slide show.
pub(in crate::import::html) const SLIDES: &[&str] = &[
    "image", "photo", "of", "slide", "show", "caption", "close", "hide", "bild", "von",
    "foto", "de", "sur", "gallery", "view", "next", "previous", "fullscreen",
];

/// Buttons of a slide show.
pub(in crate::import::html) const SLIDE_BUTTONS: &[&str] = &[
    "caption", "close", "image", "hide caption", "view gallery", "show caption", "toggle caption",
    "enlarge this image", "enlarge image", "view comments", "play video", "image credit",
];
