"""The words dates are written with, by language: months, yesterday, "ago", halves of the day.

All of it is data: lower case, without the dots of abbreviations. A word means the same in every
language here, or it is not here.
"""

from __future__ import annotations

import re
import unicodedata

# One line a language, twelve columns; the first form is the full one.
_MONTHS = """
january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sep,sept \
october,oct november,nov december,dec
januar,jänner,jän februar,feber märz,mär,mrz,maerz april mai juni juli august september \
oktober,okt november dezember,dez
janvier,janv,jan février,févr,fév,fevrier,fevr mars avril,avr mai juin juillet,juil août,aoû,aout \
septembre octobre novembre décembre,déc,decembre
enero,ene febrero marzo abril,abr mayo junio julio agosto,ago septiembre,setiembre,set octubre \
noviembre diciembre,dic
gennaio,gen febbraio marzo aprile maggio,mag giugno,giu luglio,lug agosto settembre ottobre,ott \
novembre dicembre
janeiro fevereiro,fev março,marco abril maio junho julho agosto setembro outubro,out novembro \
dezembro
januari februari maart,mrt april mei juni juli augustus september oktober november december
styczeń,stycznia,sty luty,lutego,lut marca,marzec kwiecień,kwietnia,kwi maja,maj \
czerwiec,czerwca,cze lipiec,lipca,lip sierpień,sierpnia,sie wrzesień,września,wrz \
październik,października,paź listopad,listopada,lis grudzień,grudnia,gru
январь,января,янв февраль,февраля,фев,февр март,марта,мар апрель,апреля,апр май,мая июнь,июня,июн \
июль,июля,июл август,августа,авг сентябрь,сентября,сен,сент октябрь,октября,окт \
ноябрь,ноября,ноя,нояб декабрь,декабря,дек
січень,січня,січ лютий,лютого,лют березень,березня,бер квітень,квітня,кві травень,травня,тра \
червень,червня,чер липень,липня,лип серпень,серпня,сер вересень,вересня,вер \
жовтень,жовтня,жов листопад,листопада,лис грудень,грудня,гру
leden,ledna,led únor,února,úno březen,března,bře duben,dubna,dub květen,května,kvě \
červen,června,čer červenec,července,črc srpen,srpna,srp září,zář říjen,října,říj \
listopad,listopadu prosinec,prosince,pro
január,januára február,februára marec,marca,mar apríl,apríla máj,mája jún,júna júl,júla \
augusta,aug septembra október,októbra novembra decembra
január február,febr március,márc,már április,ápr május,máj június,jún július,júl augusztus \
szeptember,szept,szep október november december
tammikuu,tammikuuta,tammi,tammik helmikuu,helmikuuta,helmi,helmik maaliskuu,maaliskuuta,maalis \
huhtikuu,huhtikuuta,huhti toukokuu,toukokuuta,touko kesäkuu,kesäkuuta,kesä \
heinäkuu,heinäkuuta,heinä elokuu,elokuuta,elo syyskuu,syyskuuta,syys lokakuu,lokakuuta,loka \
marraskuu,marraskuuta,marras joulukuu,joulukuuta,joulu
januari februari mars april maj juni juli augusti september oktober november december
januar februar mars april mai juni juli august september oktober november desember,des
januar februar marts april maj juni juli august september oktober november december
ocak,oca şubat,şub mart nisan,nis mayıs,mayis haziran,haz temmuz,tem ağustos,ağu eylül,eyl \
ekim,eki kasım,kas aralık,ara
ιανουάριος,ιανουαρίου,ιαν φεβρουάριος,φεβρουαρίου,φεβ μάρτιος,μαρτίου,μάρ,μαρ \
απρίλιος,απριλίου,απρ,απρίλ μάιος,μαΐου,μαίου,μάι,μαϊ,μαΐ,μάϊος ιούνιος,ιουνίου,ιουν,ιούν,ιουν \
ιούλιος,ιουλίου,ιουλ,ιούλ αύγουστος,αυγούστου,αύγ,αυγ σεπτέμβριος,σεπτεμβρίου,σεπ,σεπτ \
οκτώβριος,οκτωβρίου,οκτ νοέμβριος,νοεμβρίου,νοέ,νοε δεκέμβριος,δεκεμβρίου,δεκ
ianuarie,ian februarie martie aprilie mai iunie,iun iulie,iul august septembrie octombrie \
noiembrie,noi decembrie
一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月
يناير,جانفي فبراير,شباط,فيفري مارس,آذار أبريل,ابريل,إبريل,نيسان,أفريل مايو,ماي,أيار,ايار \
يونيو,يونيه,حزيران يوليو,يوليوز,تموز,جويلية أغسطس,اغسطس,آب,أوت سبتمبر,أيلول,ايلول,شتنبر \
أكتوبر,اكتوبر نوفمبر,نونبر ديسمبر,دجنبر
ژانویه فوریه مارس آوریل,آپریل مه,می ژوئن,جون ژوئیه,جولای اوت,آگوست سپتامبر اکتبر نوامبر دسامبر
januari februari maret april mei juni juli agustus,agt september oktober november desember
มกราคม,มค กุมภาพันธ์,กพ มีนาคม,มีค เมษายน,เมย พฤษภาคม,พค มิถุนายน,มิย กรกฎาคม,กค สิงหาคม,สค \
กันยายน,กย ตุลาคม,ตค พฤศจิกายน,พย ธันวาคม,ธค
януари,яну февруари март,мар април,апр май юни,юн юли,юл август,авг септември,сеп октомври,окт \
ноември,ное декември,дек
siječanj,siječnja,sij veljača,veljače,velj ožujak,ožujka,ožu travanj,travnja svibanj,svibnja,svi \
lipanj,lipnja srpanj,srpnja kolovoz,kolovoza,kol rujan,rujna,ruj oct studeni,studenoga,stu \
prosinac,prosinca
januar februar mart,marec april maj jun,junij jul,julij avgust,avg septembar oktobar novembar \
decembar
јануар,јан фебруар март,мар април мај јун јул август септембар октобар новембар,нов децембар
sausio,sausis vasario,vasaris kovo,kovas balandžio,balandis gegužės,gegužė birželio,birželis \
liepos,liepa rugpjūčio,rugpjūtis rugsėjo,rugsėjis spalio,spalis lapkričio,lapkritis \
gruodžio,gruodis
janvāris,janvārī februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris \
decembris
jaanuar,jaan veebruar,veebr märts aprill mai juuni juuli august september oktoober november \
detsember,dets
gener,gen febrer,febr març,març abril maig juny juliol agost setembre octubre novembre desembre,des
ינואר,ינו,בינואר פברואר,פבר,בפברואר מרץ,מרס,במרץ אפריל,אפר,באפריל מאי,במאי יוני,יונ,ביוני \
יולי,יול,ביולי אוגוסט,אוג,באוגוסט ספטמבר,ספט,בספטמבר אוקטובר,אוק,באוקטובר נובמבר,נוב,בנובמבר \
דצמבר,דצמ,בדצמבר
"""

_TODAY = """
today heute aujourd'hui hoy oggi hoje vandaag dzisiaj dziś сегодня сьогодні dnes ma tänään idag
i_dag bugün σήμερα astăzi azi 今天 今日 오늘 اليوم امروز hôm_nay hari_ini วันนี้ היום
"""
_YESTERDAY = """
yesterday gestern hier ayer ieri ontem gisteren wczoraj вчера вчора včera včera tegnap eilen igår
i_går dün χθες χτες 昨天 昨日 어제 أمس الأمس دیروز hôm_qua kemarin เมื่อวาน เมื่อวานนี้ אתמול
"""

# Weeks are the longest: a month or a year ago is no date.
_UNITS = {
    1: """second seconds sec secs sekunde sekunden seconde secondes segundo segundos secondi
    sekund sekundy секунд секунды секунду sekuntia sekunder saniye 秒 초""",
    60: """minute minutes min mins minuten minuto minutos minuti minuut minut minuty minutę минут
    минуты минуту хвилин хвилини perc minuuttia minuter minutter dakika λεπτά 分钟 分鐘 分 분 phút
    menit دقيقة دقائق دقیقه นาทีที่แล้ว นาทีที่ผ่านมา דקות""",
    3600: """hour hours hr hrs stunde stunden heure heures hora horas ora ore uur godzin godziny
    godzinę час часа часов годин години hodin óra órája tunti tuntia timmar timme timer time saat
    ώρες ώρα 小时 小時 時間 시간 giờ jam ساعة ساعات ساعت ชั่วโมงที่แล้ว
    ชั่วโมงที่ผ่านมา שעות""",
    86400: """day days tag tage tagen jour jours día días giorno giorni dia dias dag dagen dni dzień
    день дня дней дні днів dny dní den nap napja päivä päivää dagar dage gün μέρες ημέρες zile zi
    天 日 일 ngày hari يوم أيام روز วันที่แล้ว วันที่ผ่านมา ימים""",
    604800: """week weeks woche wochen semaine semaines semana semanas settimana settimane weken
    tydzień tygodnie tygodni неделю недели недель тиждень тижні týdny týdnů hét hete viikko viikkoa
    vecka veckor uke uker uge uger hafta săptămâni 周 週 週間 주 tuần minggu أسبوع أسابيع هفته
    สัปดาห์ที่แล้ว สัปดาห์ที่ผ่านมา שבועות""",
}
_AGO = """
ago vor il_y_a hace fa há atrás geleden temu назад тому před pred ezelőtt sitten sedan siden önce
πριν acum în_urmă 前 전 trước yang_lalu قبل منذ پیش לפני
นาทีที่แล้ว นาทีที่ผ่านมา ชั่วโมงที่แล้ว ชั่วโมงที่ผ่านมา วันที่แล้ว วันที่ผ่านมา สัปดาห์ที่แล้ว สัปดาห์ที่ผ่านมา
"""
# Of the short forms those that mean one day in all languages, and no month.
_WEEKDAYS = """
monday montag lundi lunes lunedì segunda-feira maandag poniedziałek понедельник mon lun mo пн
tuesday dienstag mardi martes martedì terça-feira dinsdag wtorek вторник tue tues вт
wednesday mittwoch mercredi miércoles mercoledì quarta-feira woensdag środa среда wed mi mer mié ср
thursday donnerstag jeudi jueves giovedì quinta-feira donderdag czwartek четверг thu thur jeu jue чт
friday freitag vendredi viernes venerdì sexta-feira vrijdag piątek пятница fri ven vie пт
saturday samstag samedi sábado sabato sábado zaterdag sobota суббота sat sam sáb сб
sunday sonntag dimanche domingo domenica domingo zondag niedziela воскресенье sun dim dom вс
"""
_MORNING = "am 上午 午前 凌晨 早上 오전 ص πμ öö sa قظ صباحا صباحًا صبح sáng"
_AFTERNOON = "pm 下午 午後 晚上 中午 오후 م μμ ös ch بظ مساء مساءا chiều tối"


def fold(text: str) -> str:
    """*text* as the words here are written, digits and all: what `str.casefold` calls equal."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    # A Turkish capital dotted i leaves its dot behind.
    return unicodedata.normalize("NFKC", folded).replace("\u0307", "")


def _words(text: str) -> list[str]:
    return [fold(word).replace("_", " ") for word in text.split()]


def _rows(text: str) -> list[str]:
    return text.strip().split("\n")


MONTHS = {
    word: number
    for row in _rows(_MONTHS)
    for number, forms in enumerate(_words(row), 1)
    for word in forms.split(",")
}
TODAY = frozenset(_words(_TODAY))
YESTERDAY = frozenset(_words(_YESTERDAY))
UNITS = {word: seconds for seconds, text in _UNITS.items() for word in _words(text)}
AGO = frozenset(_words(_AGO))
WEEKDAYS = {word: number for number, row in enumerate(_rows(_WEEKDAYS)) for word in _words(row)}
HALVES = dict.fromkeys(_words(_MORNING), 0) | dict.fromkeys(_words(_AFTERNOON), 12)

ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cdt": -300, "mdt": -360, "mst": -420,
    "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
}  # fmt: skip
"""Minutes east of Greenwich of the names that mean one zone only."""

# Scripts without spaces write these against each other and against digits.
GLUED = sorted(
    {
        word
        for table in (MONTHS, HALVES, TODAY, YESTERDAY, UNITS, AGO)
        for word in table
        if word > "\u2e80"
    },
    key=len,
    reverse=True,
)
TOKEN = re.compile(
    rf"\d+|{'|'.join(GLUED)}|[年月日号號년월일](?!요일)"
    r"|(?:[^\W\d_]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e.'’])+"
)


def tokens(folded: str) -> list[str]:
    """The numbers and words of *folded*, words without the dots of abbreviations."""
    return [word for word in map(_bare, TOKEN.findall(folded)) if word]


def _bare(word: str) -> str:
    return word.replace(".", "").strip("'’")
