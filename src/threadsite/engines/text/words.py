"""The words that forum software writes round posts, by meaning and in the languages of its packs.

All of it is data. Words stand in lower case, with `|` between phrases; one line a group of
languages. What an author writes is never in these tables, only what the software does.
"""

from __future__ import annotations

from threadsite.dates.words import fold


def phrases(text: str) -> frozenset[str]:
    """The phrases of a table, folded."""
    rows = text.strip().split("\n")
    return frozenset(fold(word.strip()) for row in rows for word in row.split("|") if word.strip())


LABELS = {
    "posts": """
posts|post|total posts|messages|message count|post count|beiträge|nachrichten|antworten|mensajes
messaggi|mensagens|postagens|berichten|posty|postów|wiadomości|сообщений|сообщения|сообщение|сообщ
повідомлень|повідомлення|постов|inlägg|indlæg|innlegg|viestejä|viestit|viestejä yhteensä|příspěvky
příspěvků|príspevky|hozzászólások|hozzászólás|mesaj|mesajlar|mesaj sayısı|μηνύματα|δημοσιεύσεις
mesaje|帖子|文章|帖数|消息|投稿|投稿記事|記事|게시물|글|المشاركات|مشاركات|پست|bài viết|pesan|โพสต์
הודעות
""",
    "joined": """
joined|join date|registered|registered on|member since|registration date|date joined|joined on
since|registriert|registriert seit|dabei seit|mitglied seit|beitritt|beigetreten|reg. date
inscription|inscrit|inscrit le|inscrit depuis|date d'inscription|enregistré le|membre depuis
registrado|fecha de ingreso|se unió|miembro desde|desde|fecha de registro|registrato|iscritto
iscritto il|data registrazione|iscritto dal|registrato il|registado|registado em|registrado em
cadastrado em|data de registro|membro desde|lid geworden op|geregistreerd|lid sinds
geregistreerd op|rejestracja|dołączył|dołączyła|dołączył(a)|zarejestrowany|data rejestracji
dołączono|регистрация|зарегистрирован|зарегистрирована|дата регистрации|на форуме с|реєстрація
зареєстрований|з нами з|приєднався|reg.datum|registrerad|registreringsdatum|gick med|medlem sedan
medlem siden|tilmeldt|registrert|liittynyt|rekisteröitynyt|registrován|registrace|založen
registrovaný|csatlakozott|regisztrált|regisztráció|kayıt|kayıt tarihi|katılım|katılım tarihi
üyelik tarihi|εγγραφή|εγγραφηκε|inregistrat|înregistrat|membru din|注册时间|註冊時間|注册日期
註冊日期|加入于|加入時間|注册|登録日|登録|가입일|가입|تاريخ التسجيل|تاريخ الانضمام|انضم|tham gia
ngày tham gia|bergabung|הצטרף
""",
    "location": """
location|from|country|residence|hometown|city|state|region|where|wohnort|ort|herkunft|standort|aus
localisation|lieu|ville|pays|de|ubicación|lugar|localidad|provenienza|località|residenza|città
local/origem|localização|localidade|cidade|woonplaats|locatie|plaats|lokalizacja|skąd|miasto
miejscowość|откуда|адрес|город|страна|місто|звідки|адреса|plats|stad|sted|bosted|geografisk sted
paikkakunta|sijainti|bydliště|místo|bydlisko|lakhely|lakóhely|tartózkodási hely|konum|şehir|yer
nerden|τοποθεσία|περιοχή|localitate|locație|来自|來自|地址|所在地|お住まい|住所|거주지|الإقامة
الدولة|المكان|đến từ|nơi ở|lokasi|מיקום
""",
    "score": """
likes|likes received|like count|reaction score|reactions received|reputation|rep power|rep|karma
points|trophy points|thanks|thanked|has thanked|been thanked|have thanks|has liked|been liked
thanks given|thanks received|likes given|likes (given)|likes (received)|liked|solutions
best answers|accolades|credits|gold|bewertung|zustimmungen|punkte|punkte für erfolge
reaktionspunkte|erhaltene likes|erhaltene reaktionen|reaktionen|danksagungen|hat sich bedankt
danksagung erhalten|j'aime|réputation|a remercié|a été remercié|points de trophée|score réaction
me gusta|reputación|puntos|puntos de trofeos|ha agradecido|mi piace|reputazione|punti
punteggio reazioni|gostos|reputação|pontos|agradeceu|waardering|waarderingsscore|reputatie|punkty
reputacja|pomógł|otrzymał podziękowań|polubienia|reakcje|репутация|симпатии|баллы|поблагодарили
благодарил|благодарил (а)|благодарности|реакции|рейтинг|карма|спасибо|подяк|дякував|gillningar
tykkäykset|reaktiopisteet|karmapoäng|reputace|hodnocení|köszönet|beğeni|beğeniler|tepki puanı|积分
金币|威望|贡献|点赞|評判|声望|いいね|좋아요|نقاط|الإعجابات|upvotes|downvotes|votes
""",
    "threads": """
threads|topics|discussions|themen|sujets|temas|discussioni|tópicos|onderwerpen|tematy|темы|теми
trådar|ämnen|emner|aiheet|témata|témák|konular|主题|主題|トピック|المواضيع
""",
    "person": """
age|gender|sex|occupation|job|interests|real name|first name|name|title|rank|group|groups|website
web site|homepage|contact|blog|blog entries|biography|bio|pronouns|skype|icq|msn|country flag|flag
alter|geschlecht|beruf|interessen|webseite|kontaktdaten|vorname|âge|sexe|genre|profession|prénom
site web|edad|sexo|género|ocupación|nombre|sitio web|età|sesso|professione|nome|sito web|idade
profissão|leeftijd|geslacht|wiek|płeć|imię|kontakt|strona www|возраст|пол|имя|род занятий
контактная информация|сайт|вік|стать|ім'я|ålder|kön|ikä|sukupuoli|věk|pohlaví|kor|nem|yaş|cinsiyet
年龄|性别|年齢|性別|الجنس|العمر|إقتباس|status|статус|mood|device|devices|phone|os|version
equipment|technisches equipment|media|gallery|galerie|albums|feedback|trader rating|itrader
ratings|experience|mentioned|tagged|quoted|nominated|deleted posts|achievements|badges|warnings
my garage|vehicle|car|ride|camera|model|systems|primary os|hardware|software|favorite|favourite
club|license|licence
""",
}
LABEL_OF = {word: key for key, text in LABELS.items() for word in phrases(text)}

MAIL = phrases("""
from|newsgroups|subject|date|message-id|references|in-reply-to|to|cc|reply-to|organization|lines
xref|path|nntp-posting-host|user-agent|x-newsreader|content-type|followup-to|mime-version|von
betreff|datum|an|de|objet|à|от|тема|дата|кому
""")

AVATARS = phrases("""
user avatar|avatar|benutzeravatar|avatar de l'utilisateur|avatar de l’utilisateur
avatar de usuario|avatar utente|avatar do utilizador|avatar do usuário|gebruikersavatar
awatar użytkownika|awatar|аватар пользователя|аватара пользователя|аватара|аватар
аватар користувача|användarens profilbild|användaravatar|avatar käyttäjän|käyttäjän avatar
uživatelský avatar|obrázek uživatele|avatar užívateľa|felhasználó avatarja|kullanıcı avatarı
άβαταρ μέλους|用户头像|頭像|会員アバター|アバター|ユーザーアバター|사용자 아바타|صورة العضو
الصورة الرمزية|profilbild|photo de profil|brukerens avatar|brugeravatar
""")
# Before or behind a name: "Maud's Avatar", "Avatar von Maud".
AVATAR_OF = phrases("""
avatar von|avatar de|avatar di|avatar van|avatar af|avatar av|avatar for|avatar użytkownika
аватар для|profilbild von
""")

STATUS = phrases("""
offline|online|away|hidden|invisible|abwesend|offline.|nicht online|hors ligne|hors-ligne|en ligne
desconectado|conectado|non connesso|connesso|não conectado|niet online|nieobecny|obecny|не в сети
вне сайта|в сети|офлайн|не в мережі|frånvarande|poissa|çevrimdışı|çevrimiçi|离线|在线|離線
オフライン|オンライン|غير متصل|متصل|poza forum|male|female|männlich|weiblich|homme|femme|kobieta
mężczyzna|мужской|женский|erkek|kadın|op|author|original poster|thread starter|topic starter
topic author|autor|autor des themas|themenstarter|themenersteller|threadstarter|auteur du sujet
auteur|autor del tema|autore|автор темы|автор|konu sahibi|trådstartare|verified|supporter|donator
donor|sponsor|vip|premium|banned|gesperrt|banni|zablokowany|забанен|unread|non lue|non lue,|non lu
ungelesen|no leído|non letto|não lida|ongelezen|непрочитанное|nieprzeczytane|unread,
stickied comment|posted:|post subject:|verfasst:|betreff des beitrags:|publié:
sujet du message:|publicado:|asunto:
título del mensaje:|inviato:|oggetto del messaggio:|geplaatst:|onderwerp:|berichttitel:|wysłany:
tytuł:|добавлено:|заголовок сообщения:
new user|deleted|guest|gast|invité|invitado|ospite|convidado|gość|гость|гост
vieras|gäst|vendég|misafir|游客|ゲスト|ضيف|link|permalink|user info
""")

RANKS = phrases("""
member|members|contributor|participant|keymaster|spectator|subscriber|junior member
senior member|new member|full member|hero member|sr. member
jr. member|newbie|newcomer|novice|beginner|registered user|registered|registered member|regular
active member|well-known member|well known member|veteran|veteran member|established member
elite member|advanced member|power user|super user|supreme member|distinguished member
experienced member|contributing member|premium member|gold member|silver member|platinum member
lifetime member|forum member|site member|expert|guru|legend|moderator|super moderator
global moderator|moderators|administrator|administrators|admin|staff|staff member|site admin
forum team|team member|developer|leader|trusted member|posting freak|user|premium user
aktives mitglied|mitglied|neues mitglied|erfahrenes mitglied|bekanntes mitglied|stammgast
stammmitglied|profi|anfänger|schüler|student|intermediate
professional|fortgeschrittener|erleuchteter|meister|moderatorin|benutzer|membre
nouveau membre|membre actif|membre confirmé|habitué|modérateur|administrateur|miembro
nuevo miembro|miembro activo|usuario registrado|moderador|administrador|membro|utente|nuovo utente
moderatore|amministratore|lid|nieuw lid|actief lid|beheerder|użytkownik|nowy użytkownik|forumowicz
moderator forum|użytkownik forum|stały bywalec|новичок|местный|участник|активный участник
постоялец|старожил|ветеран|пользователь|модератор|администратор|гуру|новый участник|учасник|medlem
ny medlem|aktiv medlem|jäsen|uusi jäsen|aktiivinen jäsen|člen|nový člen|tag|új tag|üye|yeni üye
kıdemli üye|注册会员|会员|新手上路|中级会员|高级会员|版主|管理员|論壇元老|メンバー|عضو|عضو جديد
عضو نشيط|مشرف|حرفي
""")

POSTED = phrases("""
posted|wrote|commented|started|asked|post|posted on|date|written|on|at|the|old|alt|new|message
reply|replied|answered|um|uhr|am|vom|geschrieben|verfasst|erstellt|gepostet|posté|publié|écrit
envoyé|le|à|de|du|publicado|escrito|el|a las|las|inviato|scritto|pubblicato|il|alle|ore|postado
enviado|enviada|em|às|as|geplaatst|op|om|napisano|wysłany|wysłane|dodano|opublikowano|o|w|dnia
godz|отправлено|написано|добавлено|опубликовано|размещено|в|г|года|надіслано|додано|о|skrivet
postad|publicerad|kl|den|skrevet|lähetetty|kirjoitettu|klo|zaslal|napsal|vložené|odesláno|elküldve
írta|gönderim|tarih|tarihi|saat|发表于|發表於|发布于|发表|發表|投稿日時|投稿日|作成日時|作成|نشر
في|بتاريخ|permalink|link|st|nd|rd|th|of|edited|modified|bearbeitet|modifié|editado|modificato
edytowany|изменено|отредактировано|muokattu|share|bookmark|top|pm|zitieren|citer|quote|citar|cita
citeren|cytuj|цитировать|default|standard|postposted|e|er|ère|utc|gmt|сообщение|beitrag|edit
postpublié|messageposté|messagepublié|beitragverfasst|mensajepublicado|mensagemenviada
messaggioinviato|berichtgeplaatst|wiadomośćwysłany|сообщениедобавлено|сообщениеотправлено
direct|re|by|via|mobile|views|in|last|first|unread|updated|thread|starter|topic|linkback|author
view
""")

SUBJECTS = (
    "re:", "aw:", "antw:", "antwort:", "sv:", "vs:", "odp:", "re :", "rép:", "ynt:", "ответ:",
    "回复:", "回覆:", "res:", "rif:", "vá:", "отг:", "відп:", "رد:", "re：",
)  # fmt: skip
