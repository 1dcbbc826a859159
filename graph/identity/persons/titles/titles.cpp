// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/titles/titles.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>

#include "graph/identity/folding/fold.hpp"

// The words are common usage of English-language reporting and of the languages named beside them.
// They are written naturally and folded when first used.

namespace entente::identity {
namespace {

struct Row {
    TitleClass what;
    std::string_view phrases; ///< separated by "|"
};

constexpr std::array rows{
    Row{TitleClass::office,
        "minister|ministers|prime minister|premier|premier minister|pm|fm|secretary|"
        "secretary general|general secretary|first secretary|party secretary|cabinet secretary|"
        "chief cabinet secretary|state secretary|press secretary|permanent secretary|"
        "permanent representative|undersecretary|president|vice president|vp|chancellor|"
        "vice chancellor|governor|governor general|attorney general|solicitor general|"
        "surgeon general|inspector general|director|director general|executive director|"
        "chief|chief executive|chief of staff|chief of general staff|chief of the general staff|"
        "chief of defence|chief of defense|chief of naval operations|chief justice|chief minister|"
        "commander|commander in chief|supreme commander|supreme leader|paramount leader|leader|"
        "opposition leader|head|head of state|head of government|chair|chairman|chairwoman|"
        "chairperson|vice chairman|speaker|spokesman|spokeswoman|spokesperson|ambassador|"
        "ambassador at large|envoy|consul|consul general|charge d affaires|charge daffaires|"
        "commissioner|high commissioner|high representative|representative|trade representative|"
        "senator|congressman|congresswoman|lawmaker|councillor|councilor|state councillor|"
        "state councilor|counselor|counsellor|adviser|advisor|national security adviser|"
        "national security advisor|administrator|coordinator|negotiator|assistant|prosecutor|mayor|"
        "secdef|potus|flotus|first lady|chief of army staff|chairman of the joint chiefs of staff|"
        // French, German, Spanish, Portuguese, Italian
        "ministre|premier ministre|premiere ministre|présidente|secrétaire général|"
        "secrétaire d état|ambassadeur|bundeskanzler|bundeskanzlerin|kanzler|kanzlerin|"
        "bundespräsident|ministerpräsident|ministerpräsidentin|präsident|präsidentin|minister|"
        "ministerin|bundesminister|bundesministerin|außenminister|außenministerin|"
        "verteidigungsminister|verteidigungsministerin|innenminister|innenministerin|"
        "finanzminister|botschafter|generalsekretär|presidente|presidenta|primer ministro|"
        "primera ministra|ministro|ministra|canciller|secretario de estado|secretario general|"
        "vicepresidente|embajador|primo ministro|primeiro ministro|primeira ministra|"
        // Russian, Ukrainian
        "президент|министр|министр обороны|министр иностранных дел|премьер министр|премьер|"
        "вице президент|канцлер|секретарь|генеральный секретарь|госсекретарь|посол|спикер|"
        "президентка|міністр|міністр оборони|прем єр міністр|премєр міністр|"
        // Arabic, Persian
        "الرئيس|رئيس|رئيس الوزراء|وزير|وزير الدفاع|وزير الخارجية|وزير الداخلية|الأمين العام|"
        "ولي العهد|السفير|المستشار|رئیس جمهور|وزیر دفاع|وزیر خارجه"},
    Row{TitleClass::style,
        "king|queen|prince|princess|crown prince|crown princess|emperor|empress|sheikh|sheikha|"
        "shaikh|sheik|tsar|czar|kaiser|pope|cardinal|archbishop|bishop|patriarch|rabbi|imam|"
        "ayatollah|grand ayatollah|mullah|hojatoleslam|hojjatoleslam|mr|mister|mrs|ms|miss|madam|"
        "madame|mme|monsieur|herr|frau|señor|señora|signor|signora|dr|doctor|prof|professor|sir|"
        "dame|lord|lady|baron|baroness|viscount|viscountess|duke|duchess|grand duke|grand "
        "duchess|regent|excellency|his excellency|her excellency|h e|majesty|"
        "his majesty|her majesty|his royal highness|her royal highness|his highness|"
        "her highness|his holiness|honourable|honorable|right honourable|rt hon|reverend|comrade|"
        "general|lieutenant general|lt gen|major general|maj gen|brigadier general|brig gen|"
        "army general|colonel general|senior general|captain general|admiral|rear admiral|"
        "fleet admiral|vice admiral|colonel|lieutenant colonel|lt col|major|captain|lieutenant|"
        "lieutenant commander|brigadier|commodore|sergeant|marshal|field marshal|air marshal|"
        "air chief marshal|air vice marshal|vice marshal|grand marshal|adm|vadm|radm|col|ltg|lt|"
        "maj|brig|capt|cmdr|cdr|sgt|judge|justice|amb|gov|général|amiral|maréchal|roi|reine|"
        "könig|königin|rey|reina|генерал|адмирал|маршал|король|королева|"
        "господин|госпожа|г н|г жа|الملك|الملكة|الأمير|الشيخ|السيد|السيدة|الجنرال|الفريق|اللواء"},
    Row{TitleClass::noble, "emir|amir|sultan|shah|earl|count"},
    Row{TitleClass::abbreviation, "gen|sen|rep|hon|rev|pres|sec|min|del"},
    Row{TitleClass::modifier,
        "acting|deputy|vice|assistant|under|associate|first|second|third|senior|interim|special|"
        "permanent|principal|executive|grand|supreme|high|joint|parliamentary|chief|"
        "stellvertretender|"
        "first deputy|caretaker|ranking|presidential|staatssekretär|viceministro"},
    Row{TitleClass::portfolio,
        "defense|defence|national defense|national defence|foreign|foreign affairs|foreign policy|"
        "external affairs|external relations|state|interior|home|home affairs|internal affairs|"
        "finance|treasury|exchequer|the exchequer|economy|economic|economic affairs|energy|"
        "education|health|labor|labour|justice|environment|climate|climate change|transport|"
        "transportation|agriculture|culture|tourism|science|technology|commerce|trade|industry|"
        "security|national security|homeland|homeland security|veterans|veterans affairs|national|"
        "intelligence|national intelligence|central intelligence|public|information|"
        "communications|digital|planning|development|cooperation|international|"
        "international trade|international relations|international cooperation|european|europe|"
        "eu|e u|policy|political|political affairs|military|army|navy|naval|naval operations|"
        "air force|air|marine corps|coast guard|space force|space|cyber|services|armed|"
        "armed services|armed forces|forces|self defense|self defense forces|ground|maritime|"
        "joint chiefs|chiefs|staff|general staff|joint staff|joint staffs|combined|command|union|"
        "republic|people|peoples|democratic|communist|workers|party|central|commission|"
        "committee|council|assembly|national assembly|parliament|senate|house|"
        "house of representatives|congress|lower house|upper house|cabinet|government|war|"
        "colonies|commonwealth|immigration|reform|budget|revenue|infrastructure|land|housing|"
        "urban|rural|regional|social|social affairs|welfare|family|families|women|youth|sports|"
        "water|resources|natural resources|fisheries|forestry|mines|petroleum|oil|gas|nuclear|"
        "atomic|disaster|management|emergency|unification|arms control|disarmament|"
        "nonproliferation|indo pacific|asia pacific|east asian|pacific|affairs|asian|south asian|"
        "central asian|near eastern|middle east|african|western hemisphere|eurasian|"
        "united nations|un|nato|european commission|european council|european parliament|"
        "european union|african union|asean|world bank|imf|opec|iaea|wto|cia|fbi|pentagon|"
        "treasury|white house|kremlin|opposition|ruling party|parliamentary|press|special|senior|"
        "chief|top|state affairs|state affairs commission|state department|"
        "ministers|president|prime minister|general|secretary|"
        // French, German, Spanish, Portuguese, Italian, Russian
        "affaires étrangères|la défense|armées|l intérieur|lintérieur|l économie|finances|"
        "verteidigung|auswärtigen|äußeren|innern|finanzen|defensa|asuntos exteriores|"
        "relaciones exteriores|exteriores|hacienda|difesa|esteri|defesa|relações exteriores|"
        "república|république|обороны|иностранных дел|внутренних дел|финансов"},
    Row{TitleClass::former, "former|ex|ancien|ancienne|ehemaliger|ehemalige|экс|бывший"},
    Row{TitleClass::then, "then"},
    Row{TitleClass::elect, "elect|designate|nominee|electo|electa"},
    Row{TitleClass::filler,
        "new|newly appointed|newly elected|late|longtime|long time|incoming|"
        "outgoing|visiting|embattled|ousted|veteran|the right"},
};

constexpr std::array connectors{
    std::string_view{"of"},    std::string_view{"for"},   std::string_view{"to"},
    std::string_view{"on"},    std::string_view{"de"},    std::string_view{"des"},
    std::string_view{"du"},    std::string_view{"da"},    std::string_view{"do"},
    std::string_view{"della"}, std::string_view{"degli"}, std::string_view{"der"},
    std::string_view{"fur"},   std::string_view{"des"}};

constexpr std::string_view impersonal =
    "assembly|office|offices|ministry|department|university|college|school|institute|island|"
    "islands|court|council|commission|committee|motors|atomics|dynamics|electric|mills|staff|"
    "army|navy|forces|force|corps|brigade|regiment|division|fleet|class|carrier|party|parties|"
    "union|league|front|movement|foundation|fund|bank|company|corporation|corp|inc|ltd|group|"
    "agency|bureau|administration|directorate|secretariat|embassy|palace|airport|base|port|"
    "street|square|city|province|state|states|republic|kingdom|government|parliament|congress|"
    "senate|house|conference|summit|meeting|talks|treaty|agreement|accord|plan|doctrine|"
    "guard|guards|command|headquarters|strike|strikes|order|security|assistance|alliance|"
    "cabinet|bay|sea|strait|river|mountain|lake|peninsula|gulf|county|district|award|prize";

constexpr std::array cjk_endings{
    // Japanese
    "大臣", "防衛大臣", "外務大臣", "総理大臣", "内閣総理大臣", "財務大臣", "経済産業大臣",
    "防衛相", "外相", "首相", "財務相", "経産相", "国防相", "官房長官", "内閣官房長官", "防衛長官",
    "国防長官", "国務長官", "財務長官", "長官", "大統領", "副大統領", "総書記", "国家主席",
    "書記長", "事務総長", "国連事務総長", "大使", "駐日大使", "議員", "議長", "知事", "幕僚長",
    "統合幕僚長", "統幕長", "大将", "中将", "少将", "元帥", "将軍", "総裁", "委員長", "国務委員長",
    "国王", "天皇", "皇帝", "陛下", "殿下", "氏", "さん", "様", "君", "報道官", "副首相", "次官",
    "補佐官",
    // Chinese, simplified and traditional
    "部长", "部長", "国防部长", "國防部長", "外交部长", "外交部長", "国防部長", "外长", "外長",
    "防长", "防長", "主席", "国家主席", "國家主席", "总统", "總統", "副总统", "副總統", "总理",
    "總理", "副总理", "副總理", "国务委员", "總書記", "总书记", "书记", "国务卿", "國務卿", "大使",
    "将军", "將軍", "上将", "上將", "议员", "議長", "议长", "先生", "女士", "同志", "秘书长",
    "秘書長", "领导人", "領導人", "最高领导人", "财政部长", "發言人", "发言人",
    // Korean
    "대통령", "부통령", "총리", "국무총리", "장관", "국방장관", "국방부장관", "국방부", "외교장관",
    "외교부장관", "외교부", "외무장관", "국무장관", "통일부", "통일부장관", "재무장관", "차관",
    "위원장", "국무위원장", "총비서", "주석", "국가주석", "의원", "의장", "합참의장", "대표",
    "당대표", "대사", "대장", "사령관", "대변인", "총서기", "외교부장", "국방부장", "여사",
    "국가안보실장", "안보실장"};

constexpr std::array cjk_beginnings{
    "国防部长",   "國防部長", "外交部长", "外交部長", "国家主席",     "國家主席", "美国总统",
    "总统",       "總統",     "总理",     "總理",     "内閣総理大臣", "総理大臣", "防衛大臣",
    "外務大臣",   "国防長官", "国務長官", "国务卿",   "國務卿",       "대통령",   "국방부장관",
    "외교부장관", "국무총리", "국방장관", "외교장관"};

template <class Each>
void each_phrase(std::string_view phrases, Each each) {
    while (!phrases.empty()) {
        const auto bar = std::min(phrases.find('|'), phrases.size());
        each(phrases.substr(0, bar));
        phrases.remove_prefix(std::min(bar + 1, phrases.size()));
    }
}

struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// All phrases, folded. A phrase may be of several classes: as a bit set.
struct Lexicon {
    TextMap<std::uint16_t> phrases;
    TextMap<std::size_t> longest; ///< by first word, in words
    TextMap<bool> impersonal_words;

    Lexicon() {
        for (const Row& row : rows)
            each_phrase(row.phrases, [&](std::string_view phrase) {
                const std::string folded = fold_name(phrase);
                phrases[folded] |=
                    static_cast<std::uint16_t>(1U << static_cast<unsigned>(row.what));
                const auto words =
                    1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
                auto& most = longest[folded.substr(0, folded.find(' '))];
                most = std::max(most, words);
            });
        each_phrase(impersonal,
                    [&](std::string_view word) { impersonal_words.emplace(word, true); });
    }
};

const Lexicon& lexicon() {
    static const Lexicon instance;
    return instance;
}

template <class Titles, class Fits>
std::size_t longest_affix(const Titles& titles, Fits fits) {
    std::size_t best = 0;
    for (const std::string_view title : titles)
        if (title.size() > best && fits(title)) best = title.size();
    return best;
}

} // namespace

TitleMatch find_title(std::span<const std::string_view> words) {
    const Lexicon& all = lexicon();
    if (words.empty()) return {};
    const auto first = all.longest.find(words[0]);
    if (first == all.longest.end()) return {};
    for (std::size_t n = std::min(first->second, words.size()); n > 0; --n) {
        std::string phrase(words[0]);
        for (std::size_t i = 1; i < n; ++i)
            phrase.append(" ").append(words[i]);
        const auto found = all.phrases.find(phrase);
        if (found != all.phrases.end()) return {n, found->second};
    }
    return {};
}

bool begins_title(std::string_view word) {
    return lexicon().longest.contains(word);
}

std::size_t title_ending(std::string_view word) {
    return longest_affix(cjk_endings,
                         [&](std::string_view title) { return word.ends_with(title); });
}

std::size_t title_beginning(std::string_view word) {
    return longest_affix(cjk_beginnings,
                         [&](std::string_view title) { return word.starts_with(title); });
}

bool is_title_connector(std::string_view word) {
    return std::find(connectors.begin(), connectors.end(), word) != connectors.end();
}

bool is_impersonal(std::string_view word) {
    return lexicon().impersonal_words.contains(word);
}

Gender gender_of_title(std::string_view title) {
    static constexpr std::string_view female =
        "|mrs|ms|miss|madam|madame|mme|frau|senora|signora|dame|lady|baroness|queen|princess|"
        "empress|"
        "sheikha|duchess|chairwoman|spokeswoman|congresswoman|her|kanzlerin|bundeskanzlerin|";
    static constexpr std::string_view male =
        "|mr|mister|monsieur|herr|sir|king|prince|emperor|baron|duke|pope|congressman|his|";
    Gender out = Gender::unknown;
    while (!title.empty()) {
        const auto space = std::min(title.find(' '), title.size());
        const std::string word = "|" + std::string(title.substr(0, space)) + "|";
        if (female.find(word) != std::string_view::npos) return Gender::female;
        if (male.find(word) != std::string_view::npos) out = Gender::male;
        title.remove_prefix(std::min(space + 1, title.size()));
    }
    return out;
}

bool is_regnal_title(std::string_view title) {
    static constexpr std::array<std::string_view, 8> regnal{"king",    "queen", "pope",   "emperor",
                                                            "empress", "tsar",  "kaiser", "prince"};
    return std::any_of(regnal.begin(), regnal.end(), [&](std::string_view word) {
        const auto at = title.rfind(word);
        return at != std::string_view::npos && at + word.size() == title.size() &&
               (at == 0 || title[at - 1] == ' ');
    });
}

} // namespace entente::identity
