"""People whose names stand in a text and who take no part in what it tells."""

from __future__ import annotations

import re

from extractors.language.document import PersonSpan

_SETTING = "|".join(rf"{word}[^,。;]{{1,40}}" for word in "在对就致给") + (
    r"|关于[^,。;]{1,40}|视察[^,。;]{1,20}|参加[^,。;]{1,20}"
)
_IDEA = re.compile(
    rf"(?:总书记|主席|总理|委员长|同志|书记|等|{_SETTING})*的?"
    r"(?:一系列|系列|新时代|重要|最新|新|有关|亲切|殷切|中国特色社会主义|中国特色|文化|生态文明|法治|强军|外交|经济)*"
    r"(?:讲话|指示|批示|论述|思想|精神|贺信|回信|嘱托|要求|署名|文章|文选|著作|指引|战略|关怀|理论)"
)
_STUDIED = re.compile(
    r"(?:学习|审议|讨论|贯彻|落实|传达|践行|坚持|围绕|按照|以|把握|领会)[^,。;、]{0,4}$"
)
_STUDY = re.compile(r"[^,。;]{0,45}?(?:所作的|思想|精神|讲话|指示|批示|论述|决策部署|指引)")
_OWN_WORDS = re.compile(r"(?:要求|指示|讲话)[,:。]|(?:要求|指示|批示)(?!精神|要求|和|、|的|等)")
_PASSES_ON = re.compile(r"传达|宣讲|介绍|解读|通报|布置")
"""What somebody does with ideas: 甲在会上传达了…精神."""
_SPOKEN = re.compile(r"[^的要](?:讲话|指示|批示|要求)$")
_KIN = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,4}){0,6}等?\d*名?(?:同志|烈士)?的?(?:先进|英雄|感人|模范)?事迹(?:巡回)?(?:报告|宣讲|展|座谈|会)|"
    r"(?:同志|烈士|先生)?(?:的?(?:丈夫|妻子|爱人|夫人|遗孀|父亲|母亲|父母|儿子|女儿|家属|亲属|后人|故居|墓|塑像|雕像|铜像)|"
    r"(?:牺牲|诞辰|逝世|殉难|遇难|诞生)[^,。;]{0,8}周年)"
)
"""After a name: somebody's kin, or what recalls somebody who is dead."""
_LEARNT = re.compile(r"(?:、[\u4e00-\u9fff]{2,4}){0,3}等?(?:同志|烈士)?学习")
_LED = re.compile(
    r"(?:等\d*人?)?(?:之外|以外|除外)|"
    r"(?:总书记|主席|总统|总理|同志)?(?:和[\u4e00-\u9fff·]{2,8}(?:总统|主席|总理|首相))?"
    r"(?:的?战略引领|继续担任|的?(?:坚强|英明)?领导下|为核心|为总书记)"
)


def is_only_named(text: str, person: PersonSpan) -> bool:
    """Whether the name only stands in a phrase about ideas (…总书记重要讲话精神, 以…为核心), about
    somebody's kin or in memory of him."""
    if text.endswith("以", 0, person.start) and "核心" in text[person.end : person.end + 14]:
        return True
    if _KIN.match(text, person.end):
        return True
    if text.endswith("向", 0, person.start) and _LEARNT.match(text, person.end):
        return True
    if _LED.match(text, person.end) or text.startswith(("《", "同志《"), person.end):
        return True
    if _STUDIED.search(text[max(0, person.start - 8) : person.start]) and _STUDY.match(
        text, person.end
    ):
        return True
    idea = _IDEA.match(text, person.end)
    if idea is None or _OWN_WORDS.match(text, person.end) or _PASSES_ON.search(idea[0]):
        return False
    # 甲在会上讲话。 is what he does, 甲在会上的讲话 what he once said
    return not (_SPOKEN.search(idea[0]) and text[idea.end() : idea.end() + 1] in ",。;\n并")
