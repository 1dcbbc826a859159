// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/names/name_lists.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "graph/identity/persons/names/name_text.hpp"

// Common knowledge about names, kept short: it only ever makes a judgement more careful, or orders
// candidates. The only entries that widen a judgement are the short forms, and they give no more
// than `may_be_same`.

namespace entente::identity {
namespace {

/// Whether `list` ("|a|b|") has `word`.
bool listed(std::string_view list, std::string_view word) {
    if (word.empty()) return false;
    for (std::size_t at = 0; (at = list.find(word, at)) != std::string_view::npos; ++at)
        if (at > 0 && list[at - 1] == '|' && list[at + word.size()] == '|') return true;
    return false;
}

constexpr std::string_view numbers =
    "|i|ii|iii|iv|v|vi|vii|viii|ix|xii|xiii|xiv|xv|xvi|xvii|xviii|xxiii|";

constexpr std::string_view given_and_family =
    // English, French, German, Spanish
    "|adam|alan|albert|alexander|alfred|allen|andrew|anthony|arthur|barry|bernard|bruce|carl|"
    "carlos|"
    "carol|charles|christian|clark|craig|daniel|david|dean|dennis|dominique|douglas|duncan|edward|"
    "elliott|eric|ernest|francis|francois|frank|franklin|fred|frederick|gary|gene|george|gerald|"
    "gilbert|glen|glenn|gordon|graham|grant|gregory|guy|harold|harry|harvey|henri|henry|herbert|"
    "howard|hugo|ian|jack|jackson|james|jay|jean|jerome|joel|john|jordan|jose|joseph|julian|keith|"
    "kelly|kevin|kim|lawrence|lee|leon|leonard|lewis|lloyd|louis|lucas|luis|luther|marcel|marshall|"
    "martin|matthew|maurice|max|michael|michel|miguel|mitchell|morgan|morris|neil|nelson|nicolas|"
    "norman|oliver|oscar|owen|patrick|paul|perry|peter|philip|philippe|pierre|ralph|ray|raymond|"
    "richard|robert|roger|roland|roman|ronald|ross|roy|russell|ryan|salvador|samuel|scott|sean|"
    "sebastian|simon|spencer|stanley|stephen|stewart|stuart|taylor|theodore|thomas|tony|tyler|"
    "vaughan|vernon|victor|vincent|wallace|walter|warren|wayne|wilhelm|william|wilson|xavier|"
    // Slavic, Baltic, Romanian
    "ivan|jan|marin|pavel|petar|petr|stefan|dumitru|ion|anton|"
    // Arabic, Turkish, Persian, South Asian
    "abbas|abdul|abdullah|abdallah|ahmad|ahmed|akbar|ali|amin|anwar|aziz|bashir|faisal|farid|"
    "farouk|"
    "habib|hamad|hamid|hamza|hasan|hassan|haydar|husain|hussain|hussein|hossein|ibrahim|idris|"
    "imran|"
    "ismail|jaber|jamal|jamil|karim|kamal|khaled|khalid|khalifa|khalil|khan|mahdi|mahmoud|mahmud|"
    "mansour|mehdi|mohamed|mohammad|mohammed|muhammad|mukhtar|musa|mustafa|nasser|nasir|omar|osman|"
    "qasim|rahim|rahman|rashid|reza|sadiq|saeed|said|salah|saleh|salem|salim|salman|saud|shah|"
    "sharif|"
    "sulaiman|suleiman|tariq|usman|yahya|yasin|younis|yousef|youssef|yusuf|zaid|zayed|"
    // Ethiopian, Somali, Burmese, Indonesian, Mongolian
    "abebe|haile|tesfaye|bekele|farah|jama|nur|warsame|aung|kyaw|maung|min|myint|ne|than|thein|tun|"
    "win|"
    // Chinese, Korean, Vietnamese, Japanese
    "an|bai|cai|cao|chang|chen|cheng|chung|cui|dai|deng|ding|dong|du|duan|fan|fang|feng|fu|gao|"
    "gong|"
    "gu|guo|han|hao|he|hong|hou|hu|hua|huang|jia|jiang|jin|jun|jung|kang|lai|le|lei|li|liang|lin|"
    "ling|"
    "liu|long|lu|luo|ma|mao|meng|min|pan|peng|qian|qin|qiu|ren|shao|shen|shi|shin|song|su|sun|tan|"
    "tang|tao|tian|tong|van|wan|wang|wei|wen|wu|xia|xiao|xie|xin|xing|xiong|xu|xue|yan|yang|yao|ye|"
    "yi|"
    "yin|you|young|yu|yuan|yun|zeng|zhang|zhao|zheng|zhong|zhou|zhu|dung|minh|";

constexpr std::string_view front_family =
    "|kim|park|pak|choi|choe|jung|jeong|chung|kang|cho|yoon|yun|jang|lim|han|oh|seo|shin|kwon|"
    "hwang|"
    "ahn|song|ryu|hong|moon|ban|roh|noh|ri|rhee|paek|baek|hyon|xi|li|wang|zhang|liu|chen|yang|"
    "huang|"
    "zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|lin|luo|gao|zheng|liang|xie|tang|deng|feng|peng|zeng|xiao|"
    "tian|"
    "dong|pan|cai|jiang|yu|wei|qin|cheng|lai|tsai|lee|chiang|mao|wen|han|hua|he|nguyen|tran|pham|"
    "vo|"
    "phan|truong|bui|dang|ngo|duong|to|luong|dinh|";

/// Groups of one name and its short forms.
constexpr std::array short_forms{std::string_view{"|anthony|antony|tony|"},
                                 std::string_view{"|william|bill|will|billy|"},
                                 std::string_view{"|joseph|joe|"},
                                 std::string_view{"|james|jim|jimmy|jake|"},
                                 std::string_view{"|jacob|jake|"},
                                 std::string_view{"|robert|bob|bobby|rob|"},
                                 std::string_view{"|richard|dick|rick|"},
                                 std::string_view{"|michael|mike|"},
                                 std::string_view{"|thomas|tom|"},
                                 std::string_view{"|charles|chuck|charlie|"},
                                 std::string_view{"|edward|ed|ted|eddie|"},
                                 std::string_view{"|theodore|ted|"},
                                 std::string_view{"|donald|don|"},
                                 std::string_view{"|daniel|dan|danny|"},
                                 std::string_view{"|david|dave|"},
                                 std::string_view{"|samuel|sam|"},
                                 std::string_view{"|stephen|steven|steve|"},
                                 std::string_view{"|kenneth|ken|"},
                                 std::string_view{"|gerald|jerry|gerry|"},
                                 std::string_view{"|gregory|greg|"},
                                 std::string_view{"|christopher|chris|"},
                                 std::string_view{"|timothy|tim|"},
                                 std::string_view{"|patrick|pat|"},
                                 std::string_view{"|peter|pete|"},
                                 std::string_view{"|ronald|ron|"},
                                 std::string_view{"|lawrence|larry|"},
                                 std::string_view{"|benjamin|ben|"},
                                 std::string_view{"|andrew|andy|drew|"},
                                 std::string_view{"|albert|al|bert|"},
                                 std::string_view{"|alexander|alex|sandy|"},
                                 std::string_view{"|frederick|fred|"},
                                 std::string_view{"|henry|hank|harry|"},
                                 std::string_view{"|john|jack|johnny|"},
                                 std::string_view{"|jeffrey|jeff|"},
                                 std::string_view{"|matthew|matt|"},
                                 std::string_view{"|nicholas|nick|"},
                                 std::string_view{"|philip|phillip|phil|"},
                                 std::string_view{"|raymond|ray|"},
                                 std::string_view{"|leonard|leon|len|"},
                                 std::string_view{"|elizabeth|liz|beth|"},
                                 std::string_view{"|katherine|catherine|kate|kathy|"},
                                 std::string_view{"|margaret|maggie|"},
                                 std::string_view{"|deborah|debbie|"},
                                 std::string_view{"|susan|sue|"},
                                 std::string_view{"|vladimir|volodymyr|"},
                                 std::string_view{"|alexander|alexandr|oleksandr|"},
                                 std::string_view{"|sergei|sergey|serhiy|"},
                                 std::string_view{"|nikolai|mykola|"},
                                 std::string_view{"|francisco|paco|"},
                                 std::string_view{"|jose|pepe|"}};

// Presidents, secretaries, senators and ministers of the public record.
constexpr std::string_view shared_names =
    "|bush george|donald trump|ferdinand marcos|john kennedy|joseph kennedy|kennedy robert|adams "
    "john|"
    "anastasio somoza|al gore|albert gore|adlai stevenson|cabot henry lodge|henry lodge|fish "
    "hamilton|"
    "robert taft|douglas macarthur|harrison william|duvalier jean|john rockefeller|"
    "long russell|byrd harry|dodd thomas|douglas home|michael smith|john smith|";

constexpr std::string_view korean_families =
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방"
    "공"
    "현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모리태량림로";
/// Syllables that no Sino-Korean given name has.
constexpr std::string_view foreign_syllables =
    "스트크프르드브츠즈느므틴든컨펠렌런턴먼킨켄펜벤덴젠키티디카바코퍼머버너더러커터베페케테체셰메네"
    "레게헤데"
    "럼슨톤튼블플푸폴쿠투두부루누피니비치";
constexpr std::array<std::string_view, 8> long_korean_families{"남궁", "황보", "제갈", "선우",
                                                               "독고", "사공", "서문", "동방"};
constexpr std::array<std::string_view, 8> long_chinese_families{"欧阳", "歐陽", "司马", "司馬",
                                                                "诸葛", "上官", "司徒", "慕容"};

constexpr std::size_t syllable = 3; // bytes of a Hangul syllable or common Han character

bool has_character(std::string_view characters, std::string_view character) {
    for (std::size_t at = 0; at < characters.size(); at += syllable)
        if (characters.substr(at, syllable) == character) return true;
    return false;
}

} // namespace

bool is_roman_number(std::string_view word) {
    return listed(numbers, word);
}

bool is_generation(std::string_view word) {
    return word == "jr" || word == "sr" || word == "junior" || word == "senior" ||
           (word.size() > 1 && is_roman_number(word));
}

bool is_late_generation(std::string_view suffix) {
    return is_roman_number(suffix) && suffix != "i" && suffix != "ii";
}

bool is_postnominal(std::string_view word) {
    return listed("|mp|mep|phd|md|esq|obe|mbe|cbe|kbe|kcb|kcmg|gcmg|cmg|kc|qc|usn|usaf|usmc|ret|",
                  word);
}

bool is_particle(std::string_view word) {
    return listed(
        "|von|der|zu|van|den|de|da|dos|das|del|della|di|du|la|bin|ibn|bint|ter|ten|af|av|", word);
}

bool is_doubtful_particle(std::string_view word) {
    return listed("|al|el|ben|le|do|y|e|abu|as|ad|ash|an|ar|az|ul|ur|st|ould|ag|", word);
}

bool is_given_and_family(std::string_view word) {
    return listed(given_and_family, word);
}

bool is_front_family_name(std::string_view word) {
    return listed(front_family, word);
}

bool looks_korean(std::string_view hangul) {
    if (!has_character(korean_families, hangul.substr(0, syllable))) return false;
    for (std::size_t at = syllable; at < hangul.size(); at += syllable)
        if (has_character(foreign_syllables, hangul.substr(at, syllable))) return false;
    return hangul.size() <= 4 * syllable;
}

std::size_t family_length(std::string_view cjk) {
    const auto is_front = [&](std::string_view family) { return cjk.starts_with(family); };
    const Script script = script_of(cjk);
    const std::size_t length = length_of(cjk);
    if (script == Script::hangul) {
        const bool is_long =
            std::any_of(long_korean_families.begin(), long_korean_families.end(), is_front);
        return is_long && length > 3 ? 2 : 1;
    }
    const bool is_long =
        std::any_of(long_chinese_families.begin(), long_chinese_families.end(), is_front);
    return is_long || length >= 4 ? 2 : 1;
}

bool are_nicknames(std::string_view a, std::string_view b) {
    return std::any_of(short_forms.begin(), short_forms.end(), [&](std::string_view group) {
        return listed(group, a) && listed(group, b);
    });
}

bool is_shared_name(std::string_view sorted_words) {
    return listed(shared_names, sorted_words);
}

} // namespace entente::identity
