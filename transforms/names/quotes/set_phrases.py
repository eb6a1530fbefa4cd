"""Set phrases of reportage that say whose the words are: 这是甲常说的话, 收到甲的短信, 引来网友热议."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.names.clauses.as_words import Named, units
from transforms.names.clauses.person_phrase import Subject
from transforms.names.lists import TELLING, saying_verbs
from transforms.names.quotes.speaker import clause_end, saying_verb, subject

_SAYING_OF = re.compile(
    "这(?:句话)?(?:就是|便是|是|成了)([^，。；：“”]{2,30}?)(?:[常总爱]|经常|时常)?"
    "(?:挂在嘴[边上]|说的|发出的|的(?:口头禅|座右铭|心里话|心声|肺腑之言|感[受慨言悟]|真实感受|切身感受))"
)  # ”这是县长常挂在嘴边的话
_A_WORD_OF = re.compile(
    "(?:一|这)[句条则个](?:来自)?([^，。；：“”]{2,20}?)的(?:评论|留言|话|回答|弹幕)"
)  # ”一句网友的评论
_WORDS_OF = re.compile(
    "([^，。；：“”]{2,30}?)的(?:这番|一番|这席|一席|这句|一句|这)?话(?:语)?(?=[，让令给道说引赢掷发代很也温感打触激鼓戳])"
)  # ”老支书封毅的话，道出了大家的心声
_THIS_IS = re.compile("这(?:也|就|正|便|或许|大概)?是")  # ”这是甲的心愿
_SAID = re.compile(
    r"的[^，。；：的]{0,6}(?:[名箴格]言|想法|心愿|愿望|感[受悟慨叹触]|体[会悟]|追求|信[念条心]|梦想|期[盼待望]|要求|嘱[托咐]|回答|承诺|誓言"
    "|态度|日记|朋友圈|信息|微信|短信|留言|发言|家书|诗|总结|评价|判断|观点|看法|理念|初[心衷]|写照|原则|选择|理由|打算|心[声得]|忠告|寄语|祝福|告诫|叮嘱|提醒|决心"
    r"|失望|执[拗着]|骄傲|担[忧心]|忧虑|困惑|疑问|坚持|底气|秘诀|口号|答案|诗句|共识|话)\Z"
)
_MOVES = re.compile("[让令使]")  # ”这样的变化，让村民甲感慨万千
_FEELS = re.compile(
    "感|犯了?[难愁]|发愁|着急|揪心|为难|激动|高兴|欣慰|开心|振奋|难忘|骄傲|自豪|满意|惊|心里|兴奋|温暖|头疼|始终|一直|记忆犹新"
)
_SENT = re.compile(
    r"(?:收到|接到|读到|翻出)了?([^，。；：“”]{2,24}?)(?:发来|打来|寄来|写来)?的(?:短信|微信|消息|信息|来信|邮件|留言|电话|回复)\Z"
)
_DRAWN = re.compile(
    "(?:引来|引起|引发|赢得|激起|收获)了?(?:不少|许多|众多|广大|无数)?([^，。；：“”]{2,10}?)的?(?:强烈|广泛|热烈|一致|一片|阵阵|纷纷)*"
    "(?:共鸣|热议|点赞|感慨|惊叹|好评|称赞|赞叹|追问|留言|评论|吐槽)\\Z"
)
_TOUCHED = re.compile(
    r"(?:[对给让令使]|带给)([^，。；：“”]{2,20}?)的?(?:触动|启发|感触|影响|震撼)(?:很|颇|特别|非常|极)?[大深]?\Z"
)
_MARKED = re.compile("((?:[一几两]?[位名个对])?“[^“”，。]{1,10}”)(?=所?说|表示|坦言|直言|感慨|写道)")  # 一位“90后”所说
_FRAME = re.compile(rf"(?:{TELLING})\Z")
_BODY_WORD_TAGS = ("n", "vn", "j", "b", "zg", "f")
_COUNTING_TAGS = ("m", "q")
_BODY_ENDS = (
    *"局厅部委署院会社司所党团",
    "公司",
    "集团",
    "中心",
    "银行",
    "大学",
    "政府",
    "组织",
    "联盟",
    "媒体",
    "网站",
    "杂志",
    "企业",
    "电台",
    "文章",
    "报道",
    "社论",
)
_LOCAL = ("当地", "本地")  # 文莱当地媒体


def body_subject(text: str, start: int, end: int, names: Named) -> Subject | None:
    """The organisation that the clause text[start:end] begins with, where a verb of saying follows: 某国一家媒体."""
    words = units(text, start, end, names)
    stop = start
    title = False
    for i, (word, tag, at) in enumerate(words):
        if tag == "nORG" and i == 0:
            stop = at + len(word)
            continue
        if words[0][1] == "nORG" and tag in ("n", "b", "j") and at == stop:
            stop = at + len(word)  # 供电局相关人员
            continue
        if words[0][1] == "nORG":
            break
        title = (title or word == "《") and word != "》"
        if title or word == "》" or (i and tag in _COUNTING_TAGS):
            continue
        if i and word in _LOCAL:
            continue
        if not tag.startswith(_BODY_WORD_TAGS) or word in saying_verbs():
            break
        if word.endswith(_BODY_ENDS) and (i or len(word) > 2):
            stop = at + len(word)
    return Subject(text[start:stop], stop) if stop > start and saying_verb(text[stop:end]) else None


def whose_saying(text: str, start: int, names: Named) -> Subject | None:
    """The person whose saying the words before `start` are: ”这是县长封毅常挂在嘴边的话."""
    if found := _SAYING_OF.match(text, start) or _A_WORD_OF.match(text, start) or _WORDS_OF.match(text, start):
        return subject(text, *found.span(1), names)
    this = _THIS_IS.match(text, start)
    if this is None:
        return None
    stop = clause_end(text, this.end())
    said = _SAID.search(text, this.end(), stop)
    who = subject(text, this.end(), said.start(), names) if said else None
    return who if who and (who.named or who.pronoun or (said and said.group().endswith("共识"))) else None


def moved(text: str, start: int, stop: int, names: Named) -> Subject | None:
    """The person with a name whom a clause behind a quotation says to be moved: 让村民甲感慨万千."""
    verb = _MOVES.search(text, start, stop)
    who = subject(text, verb.end(), stop, names) if verb and "话" not in text[start : verb.start()] else None
    return who if who and who.named and _FEELS.search(text, who.end, stop) else None


def met(text: str, start: int, stop: int, names: Named) -> Subject | None:
    """The one whom the reporter meets in a clause behind a quotation: 记者拨通甲的电话."""
    person = next((span for span in names.people if start <= span[0] and span[1] <= stop), None)
    return Subject(text[slice(*person)], person[1], named=True) if person else None


def sent(text: str, start: int, stop: int, names: Named) -> Subject | None:
    """Whose words follow a colon behind what was got from them: 收到甲的短信, 引来网友热议."""
    found = _SENT.search(text, start, stop) or _DRAWN.search(text, start, stop) or _TOUCHED.search(text, start, stop)
    return subject(text, *found.span(1), names) if found else None


def marked(text: str, start: int, stop: int) -> Subject | None:
    """Who speaks under a name in marks: 一位“90后”所说."""
    found = _MARKED.search(text, start, stop)
    return Subject(found[1], found.end()) if found else None


def framed(text: str, clauses: Sequence[tuple[int, int]], names: Named) -> tuple[Subject, str | None] | None:
    """Who tells a sentence whose last clause, before a quotation, has no verb of saying: 甲告诉记者，路好了，“……。”"""
    if saying_verb(text[slice(*clauses[-1])]):
        return None
    for begin, stop in reversed(clauses[:-1]):
        if frame := _FRAME.search(text, begin, stop):
            who = subject(text, begin, stop, names)
            return (who, saying_verb(frame.group())) if who else None
    return None
