"""The words that forum software writes below posts and round a page, in the languages of its packs.

All of it is data, as in `words`: whole lines, beginnings and ends of lines, folded.
"""

from __future__ import annotations

from threadsite.engines.text.words import phrases

EDITED = tuple(
    phrases("""
last edited|last edit|edited by|[edit:|last modified|last updated by|modified by
this post was edited|this post has been edited|this message was edited|post edited|message edited
edited:|zuletzt geändert|zuletzt bearbeitet|geändert von|bearbeitet von|zuletzt editiert
editiert von|dieser beitrag wurde zuletzt|dernière édition|dernière modification|modifié par
édité par|modifié le|última edición|editado por|última modificación|ultima modifica|modificato da
última edição|última alteração|editado pela última|laatst bewerkt|laatst aangepast
laatst gewijzigd|bewerkt door|ostatnio zmieniony|ostatnio edytowane|ostatnio edytowany
edytowane przez|zmieniony przez|ostatnia edycja|последний раз редактировалось|отредактировано
отредактировал|изменено|последнее редактирование|редактировалось|сообщение отредактировал
востаннє редагувалось|відредаговано|останнє редагування|senast redigerad|senast ändrad
redigerat av|sidst rettet|sidst redigeret|sist endret|sist redigert|viimeksi muokattu
viimeksi muokannut|muokattu|naposledy upravil|naposledy editoval|upraveno|a hozzászólást
legutóbb szerkesztette|szerkesztve|son düzenleyen|son düzenleme|en son düzenleyen
τελευταία επεξεργασία|ultima modificare|最后编辑|最後編輯|最后由|最後修改|本帖最后由|最終更新
最終編集|마지막으로 편집|آخر تعديل|تم تعديل|sửa lần cuối|chỉnh sửa lần cuối|diubah terakhir
""")
)

THANKED = tuple(
    phrases("""
reactions:|reaktionen:|réactions:|réactions :|reacciones:|reazioni:|reações:|reacties:|reakcje:
реакции:|reaktioner:|reaktiot:|reakce:|reakciók:|tepkiler:|reactions :|thanked by|liked by|thanks:
these users thanked|the following user|the following|folgende benutzer bedankten
folgender benutzer|ces utilisateurs ont remercié|estos usuarios agradecieron
gli utenti che ringraziano|za ten post autor|użytkownicy|за это сообщение|поблагодарили
эти пользователи|пользователь сказал|followers of this|likes:|upvote:|thanks from|like received
""")
)
THANKED_END = tuple(
    phrases("""
like this.|likes this.|like this|likes this|likes this post.|like this post.|gefällt das.
gefällt dies.|gefällt das|aime ça.|aiment ça.|aiment ceci.|aime ceci.|les gusta esto.
le gusta esto.|piace questo elemento.|vinden dit leuk.|vindt dit leuk.|lubi to.|lubią to.
нравится это.|это нравится.|gillar detta.|tykkää tästä.|bunu beğendi.|赞了这个。
reacted to this post|said thank you:|thanked for this post
""")
)

LEFT = tuple(
    phrases("""
is offline|is online|is online now|is away|ist offline|ist gerade online|est déconnecté
est connecté|está desconectado|está en línea|è offline|è online|está offline|está online
is nu online|jest nieaktywny|jest offline|вне форума|на форуме|поза форумом|är inte uppkopplad
är inloggad|är online|er ikke logget ind|er offline|çevrimdışı üye|není přihlášen|nem elérhető
""")
)

FILES = phrases("""
attachments|attached files|attached thumbnails|attached images|attached image|attached file(s)
attached file|attached image(s)|anhänge|angehängte dateien|dateianhänge|angehängte grafiken
angehängte bilder|pièces jointes|miniaturansichten angehängter grafiken|fichiers joints|adjuntos
archivos adjuntos|allegati|anexos|bijlagen|załączniki|вложения|изображения|миниатюры|вкладення
bifogade filer|vedhæftede filer|vedlegg|liitteet|přílohy|csatolmányok|ekler|附件|添付ファイル
첨부파일|المرفقات
""")

BUTTONS = FILES | phrases("""
view profile|view forum posts|view blog entries|view articles|visit homepage|view gallery uploads
beiträge anzeigen|homepage besuchen|private nachricht|artikel anzeigen|blog-einträge anzeigen
profil anzeigen|foren-beiträge anzeigen|ver perfil|ver mensajes|voir le profil|voir les messages
просмотр профиля|посмотреть профиль|voltar ao topo|volver arriba|torna su|terug naar boven
powrót do góry|revenir en haut|zurück nach oben|login or register to post comments
log in or register to post comments|replies|(edited)|edited|reply|quote|report|report post
reply with quote|reply to this|reply to post|like|likes|share|top|find|website find|website|edit
link to post|link to comment|share on other sites|share this post|more sharing options...
more sharing options|quote reply|multiquote|multi-quote|multi quote|upvote|downvote|permalink|save
parent|embed|give award|logged|ip logged|ip|back to top|attachments|attached files
attached thumbnails|attached images|attached image|attached file(s)|attached image(s)|profile|pm
send pm|send email|email|warn|rate|rated|copy link|flag|flag post|thank|thanks|say thanks
thumbs up|agree|helpful|awesome|winner|funny|useful|informative|solved|view solution|accept
report to moderator|modify message|remove message|modify|remove|split topic|personal message
personal message (offline)|personal message (online)|quotemulti-quote|visit website|quick reply
expand signature|click to expand signature|+ quote
+quote|insert quotes|bookmark|show signature|hide signature|like post|reply quote|love|haha
add a comment|edit flag offensive delete link more|flag offensive|see more comments|add bookmark
quote this post|go to post|go to the top|mark as answer|rewards|tip|reply to author|forward
share share|comment|post cancel|kommentar|commentaire|comentario|antworten|zitieren|melden
beitrag melden|teilen|nach oben|suchen|gefällt mir|danke
bedanken|beitrag zitieren|mit zitat antworten|anhänge|angehängte dateien|dateianhänge|dateien
bearbeiten|gespeichert|inhalt melden|zitierenzitieren|angehängte grafiken|angehängte bilder
direktlink|ip gespeichert|top antworten|miniaturansichten angehängter grafiken|répondre|citer
signaler|partager|haut|j'aime|haut de page|pièces jointes|fichiers joints|ip archivée
répondre en citant|modifier|signaler ce message|lien vers le message|retour en haut|profil
responder|citar|reportar|denunciar|compartir|arriba|me gusta|adjuntos|archivos adjuntos|en línea
rispondi|cita|segnala|condividi|su|in cima|mi piace|allegati|top profilo|citar mensagem|partilhar
topo|anexos|beantwoorden|citeren|rapporteer|rapporteren|omhoog|bijlagen|leuk|deel|reageren
vind ik leuk|odpowiedz|cytuj|zgłoś|udostępnij|góra|na górę|lubię to|załączniki
zaloguj się aby odpisać|do góry|ответить|цитировать|жалоба|пожаловаться|поделиться|вверх|наверх
вернуться к началу|нравится|вложения|мне нравится|изображения|миниатюры|спасибо
ответить с цитированием|цитата|записан|вернуться наверх|відповісти|цитувати|поскаржитись|догори
svara|citera|rapportera|dela|upp|gilla|bifogade filer|besvar|citer indlæg|svar|siter|vastaa|lainaa
ilmoita|ylös|tykkää|liitteet|odpovědět|citovat|nahoru|přílohy|válasz|idézet|jelentés
vissza a tetejére|csatolmányok|cevapla|alıntı|şikayet|paylaş|yukarı|beğen|ekler|回复|引用|举报
分享|顶部|赞|支持|反对|回覆|檢舉|返信|返信する|引用する|通報|トップ|いいね!|답글|인용|신고|رد
اقتباس|تبليغ|مشاركة|أعلى|إعجاب|رد مع اقتباس|trả lời|trích dẫn|báo cáo|thích
""")

CHROME = phrases("""
lists|api|security|legal|apply to yc|change font size|print view|page|home|forum|forums|community
categories|guidelines|terms of service|privacy policy|terms|privacy|rules|terms of use
terms and conditions|terms and rules|cookies|cookie policy|cookie settings|contact us|contact|help
faq|search|search forums|advanced search|register|registration|sign up|sign in|log in|login
login sign up|log in register|log in sign up|log in or sign up|login or register|logout
sign in / join|members|member list|memberlist|user name|username|password|remember me|remember me?
forgot password?|menu|calendar|what's new|what's new?|whats new|new posts|latest activity
latest posts|recent posts|recent topics|recent discussions|trending|similar threads|similar topics
related topics|related threads|related discussions|similar discussions|suggested topics
suggested threads|new & unread topics|you may also like|thread tools|topic tools|display modes
linear mode|posting rules|posting permissions|forum permissions|forum rules|forum jump
quick navigation|bookmarks|quick links|jump to content|recommended posts|join the conversation
join the discussion|create an account or sign in to comment|create an account
you need to be a member in order to leave a comment|already have an account? sign in here.
sign in now|register a new account|go to topic listing|recently browsing|existing user? sign in
followers|all activity|create new...|previous topic|next topic|previous thread|next thread
previous|next|prev|last|previous template next|previous topic - next topic|go up|go down|pages
print|post reply|reply to thread|reply to topic|post a reply|add a reply|new topic|new reply
new thread|who is online|who's online|users online|board index|delete cookies|the team
latest forum posts|you are not logged in.|you are not logged in|not logged in|index|sitemap|site map
show printable version|email this page|view first unread|unanswered topics|active topics
share this page|share:|facebook|twitter|reddit|pinterest|tumblr|whatsapp|linkedin|instagram
youtube|rss|discord|advertisement|advertisements|advertising|sponsored|sponsored links|sponsors
mainos|annons|annonse|annonce|reklama|reklam|реклама|publicidad|pubblicità|publicidade|advertentie
広告|广告|sponsored by:|publicité|werbung|anzeige|skip to content|skip to main content
skip to main navigation|toggle navigation|toggle sidebar|comments|install the app|install
follow us|follow us on social media|about us|about|newsletter|top bottom|bottom|top
view public profile|anzeigewerbung ausblenden|show ignored content|ignorierte inhalte anzeigen
send private message|archive|lo-fi version|lofi version|mobile version|full forum listing
linear-darstellung|threads|users who are viewing this thread|users browsing this thread
reply to all|powered by|discourse|trending content|new to the community?|share on|related posts
post new thread|jump to page:|go to page...|go to page|tools|options|moderators|search this thread
private messages|user control panel|subscriptions|forums home|view all|read more|load more|more
show more|notifications|startseite|foren|registrieren|anmelden|suche|hilfe|impressum|datenschutz
datenschutzerklärung|mitglieder|agb|nutzungsbedingungen|kontakt|ähnliche themen|themen-optionen
themenoptionen|forenregeln|forumregeln|berechtigungen|lesezeichen|druckbare version zeigen
druckansicht|zurück|weiter|antwort erstellen|thema|wer ist online?|foren-übersicht|forum-übersicht
alle cookies löschen|das team|neue beiträge|teilen:|portal|benutzer, die gerade dieses thema lesen
themen durchsuchen|thema durchsuchen|erweiterte suche|anzeigen|jetzt mitmachen!|teilen
werbung ausblenden|letzte beiträge|neueste beiträge|kalender|gehe zu seite|accueil|s'enregistrer
connexion|inscription|recherche|aide|mentions légales|membres|confidentialité
discussions similaires|sujets similaires|règles|index du forum|qui est en ligne|répondre à tous
transférer|ignorer et passer au contenu principal|outils de la discussion|modes d'affichage
sujet précédent|sujet suivant|conditions d'utilisation|retourner à|supprimer les cookies
connectez-vous|inicio|foros|registrarse|registro|iniciar sesión|identificarse|buscar|ayuda
temas similares|aviso legal|quién está conectado|herramientas|contacto|política de privacidad
índice general|responder a todos|home page|registrati|accedi|cerca|aiuto|regolamento
discussioni simili|argomenti simili|indice|utenti|chi c’è in linea|iscriviti|início|registar
registrar|registrar-se|entrar|pesquisar|ajuda|quem está ligado|tópicos semelhantes|regras
startpagina|registreren|inloggen|aanmelden|zoeken|voorwaarden|privacybeleid|leden
vergelijkbare onderwerpen|wie is er online|strona główna|zarejestruj się|zarejestruj|rejestracja
zaloguj się|zaloguj|szukaj|pomoc|regulamin|polityka prywatności|podobne tematy|kto jest online
użytkownicy online|użytkownicy|главная|форумы|форум|регистрация|вход|войти|поиск|помощь|правила
пользователи|контакты|похожие темы|кто сейчас на конференции|опции темы|отображение|список форумов
календарь|справка|ваши права в разделе|закладки|политика конфиденциальности|условия использования
быстрый переход|реєстрація|вхід|пошук|допомога|схожі теми|хто зараз онлайн|hem|logga in|registrera
sök|hjälp|medlemmar|liknande trådar|kontakta oss|etusivu|kirjaudu|kirjaudu sisään|rekisteröidy
haku|ohje|vastaavia keskusteluja|domů|přihlásit|přihlásit se|registrace|hledat|nápověda
podobná témata|kdo je online|kezdőlap|belépés|bejelentkezés|regisztráció|keresés|súgó
hasonló témák|ki van itt|ana sayfa|giriş yap|giriş|kayıt ol|ara|yardım|benzer konular|首页|登录
登錄|注册|註冊|搜索|搜尋|帮助|论坛|相关帖子|相关主题|返回列表|发表回复|发新帖|ホーム|ログイン|登録
検索|ヘルプ|掲示板|로그인|회원가입|검색|الرئيسية|تسجيل الدخول|تسجيل|بحث|المنتدى|المنتديات
التعليمات|قوانين المنتدى|مواضيع مشابهة|مواضيع متشابهة|đăng nhập|đăng ký|tìm kiếm
""")

CLOSING = tuple(
    phrases("""
similar threads|similar topics|similar discussions|related topics|related threads
related discussions|you must log in or|you must be logged in to|you must be registered
users who are viewing|users browsing this|suggested topics|recommended reading
want to reply to this|join the conversation|forum jump|posting rules|posting permissions
who is online|who's online|recently browsing|create an account or sign in to comment
return to board|quick reply|post a reply|reply to thread|you cannot post|you may not post
log in to reply|sign in or register to comment|please log in or register|this thread is locked
topic locked|new topic|ähnliche themen|du musst angemeldet|du musst dich|benutzer, die gerade
berechtigungen|wer ist online|sie müssen sich|jetzt mitmachen|discussions similaires
sujets similaires|vous devez être|vous devez vous|qui est en ligne|utilisateurs parcourant
retourner vers|temas similares|debes iniciar|debes registrarte|quién está conectado|volver a
discussioni simili|devi essere registrato|devi accedere|torna a|chi c’è in linea|chi c'è in linea
tópicos semelhantes|precisa de entrar|você precisa|quem está ligado|vergelijkbare onderwerpen
je moet ingelogd|wie is er online|podobne tematy|podobne wątki|musisz się|kto jest online|wróć do
похожие темы|для отправки сообщения|чтобы ответить|кто сейчас на конференции|ваши права в разделе
вернуться в|схожі теми|хто зараз|liknande trådar|du måste logga|tillbaka till
vastaavia keskusteluja|sinun täytyy|podobná témata|musíte se|kdo je online|hasonló témák
benzer konular|cevap yazmak için|相似主题|相关主题|相关帖子|您需要登录|類似のトピック
المواضيع المشابهة|مواضيع مشابهة|الذين يشاهدون الموضوع|in order to be able to post
a forum community dedicated to|full forum listing|this post has been deleted|show ignored content
register now|confirm password|human verification|suggested for you|latest activity|latest posts
trending topics|participate now
""")
)

CHROME_START = tuple(
    phrases("""
autor del hilo|fecha de inicio|ersteller|erstellt am|auteur de la discussion|date de début
autore discussione|data d'inizio|onderwerp starter|startdatum|autor wątku|data rozpoczęcia
автор темы|дата начала|trådstartare|keskustelun aloittaja|konbuyu başlatan|başlangıç tarihi
criador do tópico|data de início|exibir mensagem anterior|autor mensagem|author message
auteur message|autor nachricht|board footer|atom topic feed|rss topic feed|предыдущая тема
следующая тема|vorheriges thema|nächstes thema|next oldest|next newest|sujet précédent
tema anterior|discussione precedente|poprzedni temat|vorige onderwerp|gear in this thread
a better way to browse|a full-screen app on your home screen|to install this app on
tap the share icon|scroll the menu and tap|tap add in the|tap the 3-dot menu
tap add to home screen|confirm by tapping|sign in to follow|followers|view in the app
featured replies|pages:|author topic|find more posts by|find all posts by|find all threads by
send a private message to|send a message via|send email to|visit|powered by|copyright|©
all times are|all content|forum software|theme by|design by|style by|you must log in
you must be logged|you must be registered|you need to be logged|please log in|please sign in
please login|please register|log in or|sign in or register|sign up or|discussion in '
thread starter|start date|started by|thread starter:|start date:|page generated|it is currently
board index|forum home|home >|home »|home ›|home /|home|moderated by|moderator:|moderators:
users browsing|user(s) browsing|users viewing|there are currently|return to|jump to|go to page
jump to:|forum jump|page 1 of|display posts from|display posts|previous topic|next topic
previous thread|next thread|«|similar threads|similar topics|view previous topic|view next topic
you cannot|you may not|you can post|you can reply|you are not logged|you are here|welcome to
bb code|html code|smilies are|vb code|trackbacks|pingbacks|refbacks|the time now is|current time
last visit|not logged in|topic:|thread:|viewing|members online|total:|replies:|views:|tags:
this thread is|this topic is|share this|this site uses|we use|by continuing|this website uses
javascript is disabled|you are using an out of date|please enable javascript|your browser
sign up for|join the|subscribe|follow us|all rights reserved|add-ons by|some xenforo|xenforo
community platform by|community software|(c)|advertisement|advertising|sponsored|create an account
view the full version|view full version|printable version|full version|by proceeding, you
privacy policy|antworten erstellen|du musst|sie müssen|dieses thema im forum|alle zeitangaben
alle zeiten|es ist jetzt|diskutiere|gehe zu|zurück zu|seite 1 von|ergebnis 1|foren-übersicht
ähnliche themen|themen-optionen|mitglieder in diesem|wer ist online|benutzer, die|« vorheriges
cookies|willkommen|einige elemente|thema:|thema durchsuchen|discussion dans|le fuseau horaire
fuseau horaire|nous sommes le|page 1 sur|retourner vers|revenir|utilisateurs parcourant|vous devez
vous ne pouvez|heures au format|la date/heure|qui est en ligne|aller à|aller vers|accueil
todos los horarios|fecha actual|volver a|ir a:|usuarios navegando|debes|no puedes|página 1 de
discusión en|tutti gli orari|torna a|vai a|visitano il forum|devi|non puoi|pagina 1 di|oggi è
voltar para|todos os horários|ir para|utilizadores a ver|alle tijden|terug naar|ga naar|je moet
gebruikers op dit|pagina 1 van|wszystkie czasy|wróć do|przejdź do|nie możesz
użytkownicy przeglądający|strefa czasowa|strona 1 z|dzisiaj jest|obecny czas|musisz|часовой пояс
вернуться|текущее время|сейчас этот форум|страница 1 из|« предыдущая|вы не можете|для отправки
чтобы|быстрый переход|перейти|кто сейчас|здесь присутствуют|опции темы|тема:|часовий пояс
повернутися|зараз|alla tider|du måste|tillbaka till|sida 1 av|kaikki ajat|sinun täytyy|takaisin
sivu 1|časové pásmo|zpět na|všechny časy|musíte|időzóna|vissza:|a pontos idő|tüm zamanlar|geri dön
şu anda|当前时区|本版积分规则|快速回复|您需要|版权所有|ページ移動|全ての時間|タイムゾーン
الساعة الآن|جميع الأوقات|الذين يشاهدون|العودة إلى
""")
)
