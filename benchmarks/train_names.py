"""Learn which characters given names are made of, from a folder or archive of news text.

    python benchmarks/train_names.py ARCHIVE [-o extractors/lexicon/given_names.csv] [--evaluate]

ARCHIVE is a folder of UTF-8 text files, or a tar file of one. Names are gathered where they are
sure: a person's role, a surname that is not also an everyday word, one or two characters, and then
a mark or a verb that only follows names; a second round takes more of them by the model of the
first. Every name counts once, however often it is in the news. The file that is written has a row a
character with the log-odds (natural logarithm) that it stands there in a name and not in running
text: ``first`` and ``second`` of two characters, ``single`` the only one. Running text is what
follows the same surname characters anywhere. Same archive, same bytes.

With --evaluate, one file in five is held out: names that are only there are told from other
strings that follow a surname's character, and the area under the ROC curve is printed.
"""

from __future__ import annotations

import argparse
import math
import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors import lexicon

HAN = "一-鿿"
ROLES = (
    "村民 队员 学生 同学 选手 工人 职工 居民 农民 战士 班长 司机 小伙 老人 船员 科学家 作者 得主 学者 "
    "讲解员 工作人员 业主 游客 消费者 商户 种植户 养殖户 网友 市民 烈士 英雄 员工 店主 大学生 研究生 "
    "博士 青年 志愿者 党员 妻子 丈夫 儿子 女儿 父亲 母亲 夫人 代表 同志 先生 车间主任 负责人"
).split()
AFTER = (
    "出席 主持 参加 陪同 介绍 表示 告诉 率团 会见 致辞 分别 率领 汇报 带领 出任 当选 强调 指出 发表 讲话 "
    "致信 同志 先生 女士 因病 担任 宣布 说 等"
).split()
# Surname characters that mostly begin transcribed foreign names: no use as evidence here.
FOREIGN = frozenset("巴萨穆哈达斯米伊安艾莫鲁罗韦费贝古盖谢桑杜欧乔汤霍夏雷普沙戈布赫阮朴洪卢苏尹迪索奥")
ROLE_ENDS = "员长记任席师民授士生人农工手者家理总监"  # last characters of posts and occupations
UNITS = "省市县区州镇乡村某氏"  # no given name in the news ends so
SURE = {2: 1.5, 3: 1.0}  # scores from which a likely string is taken for a name
ROWS_BELOW = 3  # a character rarer than this both in names and in text says nothing


def texts(archive: Path) -> Iterator[str]:
    """The text of each file, in the order of their names, marks in ASCII and tags blanked."""
    if archive.is_dir():
        paths = sorted(p for p in archive.rglob("*") if p.suffix in {".md", ".txt"})
        for path in paths:
            yield _plain(path.read_text(encoding="utf-8", errors="ignore"))
        return
    with tarfile.open(archive) as tar:
        members = [m for m in tar.getmembers() if m.isfile() and m.name.endswith((".md", ".txt"))]
        for member in sorted(members, key=lambda m: m.name):
            file = tar.extractfile(member)
            if file is not None:
                yield _plain(file.read().decode("utf-8", errors="ignore"))


def _plain(text: str) -> str:
    text = re.sub(r"<[^>]*>", "\n", text)
    return text.translate(str.maketrans("，：；（）！？", ",:;()!?"))


def sure_surnames() -> str:
    """Single surnames that are no everyday word and begin few foreign names."""
    rows = [row for row in lexicon.columns("surnames") if len(row[0]) == 1 and row[1] != "3"]
    return "".join(r[0] for r in rows if len(r) == 2 and r[0] not in FOREIGN)


def gather(pages: Iterable[str]) -> Counter[str]:
    """How often each string stands where a person's name is all but sure."""
    heads = sorted({*lexicon.words("posts"), *ROLES}, key=lambda w: (-len(w), w))
    name = f"[{sure_surnames()}][{HAN}]{{1,2}}?"
    end = f"(?=[、,。:;()”]|{'|'.join(AFTER)})"
    after_role = re.compile(f"(?:{'|'.join(heads)})({name}){end}")
    listed = re.compile(f"(?<=、)({name})(?=、)")
    speaker = re.compile(rf"(?:^|[ \n。])[{HAN}]{{2,20}} ({name}):")
    return _count(pages, (after_role, listed, speaker))


def gather_more(pages: Iterable[str]) -> Counter[str]:
    """The same for places where a name is likely and a model of given names must agree."""
    name = f"[{sure_surnames()}][{HAN}]{{1,2}}?"
    end = f"(?=[、,。:;()”]|{'|'.join(AFTER)})"
    apart = re.compile(f"(?<=[、,。:;(“\\s])({name}){end}")
    after_role = re.compile(f"(?<=[{ROLE_ENDS}])({name}){end}")
    return _count(pages, (apart, after_role))


def _count(pages: Iterable[str], patterns: Iterable[re.Pattern[str]]) -> Counter[str]:
    """What the patterns' first groups hold; no everyday word, no place that is a unit in the news."""
    found: Counter[str] = Counter()
    units: set[str] = set()
    unit = re.compile(f"(?=([{HAN}]{{2,3}})[省市县区州旗镇乡村])")
    for page in pages:
        units.update(match.group(1) for match in unit.finditer(page))
        for pattern in patterns:
            found.update(match.group(1) for match in pattern.finditer(page))
    words = frozenset(lexicon.words("not_names"))
    return Counter(
        {n: k for n, k in found.items() if not ({n, n[:2]} & words or n in units or n[-1] in UNITS)}
    )


def running(pages: Iterable[str], names: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Characters one and two places after a surname's character, names left out."""
    surname = sure_surnames()
    known = frozenset(names)
    one: Counter[str] = Counter()
    two: Counter[str] = Counter()
    place = re.compile(f"[{surname}](?=([{HAN}])([{HAN}]))")
    for page in pages:
        for match in place.finditer(page):
            a, b = match.groups()
            if match.group() + a + b not in known and match.group() + a not in known:
                one[a] += 1
                two[b] += 1
    return one, two


# Characters that given names in China are known for, whatever the news of a few years has: a prior
# of PRIOR names each. Older generations (国 建 志 秀 桂 ...) and newer ones (梓 涵 轩 ...).
PRIOR = 2.0
FLOOR = -2.5  # nearly any character is in somebody's name: no single one rules a name out
FIRST = (
    "建国文志明永海玉春金晓小德秀桂红光振学新天家宝庆福长成华世东云俊正荣忠立兴平宏利卫军"
    "子佳嘉思雨雪丽美燕凤艳淑素兰桂月爱彩翠亚凯宇浩梓一奕欣若诗雅静慧惠锦培继绍克万大开广"
    "树林松炳耀祖宗仁义礼智信泽润清洪泉江洋少士先登兆启景伯仲守传显敬尚承定安全生茂发贵"
    "连根水火土喜来有才顺友胜增运旭朝晨瑞祥吉鸿鹏飞龙虎麒骏加嗣维自怀怡雁晶莉莹璐瑜瑾琳"
    "丹冬秋夏冠冰凌力勇勤化千半占双召可启咏善园圣城基如姝娅婉婷孝宁宪寿崇巧希常幼康廷彦"
    "应延强彬彭微心必恒恩悦慕戈才扬承拥改政敏敦方昌昭昊星昱晋曙曼朋朗本柏栋梅森楚次毅民"
    "汉沛沁沐河治泰流涛淑渊湘源滨滢漫潇灵炎烈焕照熙爽献珍珠理琪甫益盛睿知石碧秉科稳竹紫"
    "纪绪维罗翔育致舒良芝芳苏英茜莲菊萍葆蓉蔚蕾西观诚语谦贤贻赛超越跃路辉达迎远述逸道遵"
    "邦郁重铁铭铮锡锐镇闻阳隆雄震霄霖青韵顶领颖风香馨驰骥鲁黎齐均体战任进满作向喜好万从令以伦"
    "佐佑依保信侠修倩允充全典再冶则创功加励勋协厚叔吾呈品唯商喻圆坚坤垂培增声复夕奇奎姗孔孙"
    "宜宣富少山岩岳岸峻崇川州帮干庚廉弘弟彤律怜悟懋所扶抗择拓效斌斯方旺易显景暖曾朴权来果"
    "柱根格桃梁楷榕槐殿民水江沂治法泓津派浪涵淼渝温滋漪澄瀚灿炜炯焰煜牧特玄王班珏理甘田由登"
    "盼相真石社祝禄秦称程章竞笑策简管粤精素累红纯练绪综缘罡美耕联肇胜舒舜航色芸荷莎萌蓝蕴蜀"
    "西言计许证诗谋谨财贞赤起跃轩轶辰迪遇邓鄂里野金钟钰铃锋镜闽阔陆陶随非革顺须飘鹤麦黄默龄"
)
SECOND = (
    "国华明军平文强林生春海英芳玲兰梅红霞丽珍琴萍燕娟凤艳敏秀荣香云娜静洁莉琳雪萱涵轩宇"
    "伟峰刚勇杰涛波辉斌飞鹏超亮毅浩鑫磊东良山龙虎成民兴福贵财发忠义仁德才宝根祥庆光新江河"
    "清泉源水洋涌潮安全康宁和顺胜利旺昌盛达远志学武士儒诚信智勤俭恭让谦善美花莲菊莹晶颖慧"
    "怡欣悦婷娇妍婧蕾薇蓉茹芬芸芝芹莎菲倩丹阳旭晨星月天昊然航翔帆舟雷霆震宏玮玉瑞琪璇瑶琦"
    "珠珊珂环瑜瑾璐璞坤乾元凯彬立权柱梁栋材桥森松柏桐树楠樑标章彦雄健康健建设功勋业基础鸿"
    "鹤雁鹰莺骏骥麟驹骅群友朋亮照耀煌炜烨焕炎煜煊钧铭锋锐锦钢铁银金镇铮钰鉴宗祖嗣昆仲兄先"
    "贤圣哲睿恩惠爱仪礼廉耻政法治邦彪豪威猛勐力劲敢常恒久长永定稳固富裕余丰满盈礼祺禄寿禧"
    "祯祥喜臣相卿侯尧舜禹汤周秦汉唐宋初一民中正方直北南西京川湘蜀桂滨洲沙城乡田野原峻岭岩石"
    "为大汇贺书展前发学收章起来全有余跃进重道步云先如锁柱根旦社队革化农兵改翻分作运动员娣娥"
    "媛嫒媚嫦嫣姣姗妮婵嫚婉娅枝桃杏菱荷葵蔓蒂芙蓬茵苹荔茜芯蕊蕴苑萌薪纯素绢绣纹纶绍纲绪维纬"
    "编缘缨线绮绩继练红约羽翠翎翼翰聪职能胤脉舫般色艺苏范茗茹荃荐莘菡萃葆蒙蓝蔚行街衡衍表袖"
    "裕西要言计训记讯许设证识译试诗诚话该详语诺读谊谋谚谣谱豆象贝贞贡责贯贺赋赐赞走超趣足轩"
    "轮轲辈辰边过迈迎近进连迪选逊通速造逢遂遥遇避邑邓郁郎郡部都里量针钊钟钦钧铃铎铮银锡锤"
    "键锁长门闯间闻闽阁阔队防阶际陆陈陵陶随隆难雅雍零雯需青静非面革音韵韶顶项须顿颂领颐题颜额"
    "风飙首香馥马驰驹骁骄骞骢高鲁鲜鸣鸥鸽鹃麒麓麦黎默黛鼎齐龄"
)
SINGLE = (
    "伟强军勇杰涛磊刚平波斌辉鹏飞超亮毅浩鑫静敏丽艳芳娟霞燕玲红梅莉洁雪琳丹颖娜婷慧倩晶璐"
    "明华宁峰林海洋健俊凯旭阳宇晨帆航帅坤旺彬建锋钢铭锐雷震霖龙虎彪雄威东江山川岩森松柏栋"
    "琪瑶瑾瑜璇珊珍琴瑞萍菊莲蓉薇蕾萌莹欣怡悦娇妍婧姝媛嫣爽冰云霄虹岚岳昊晓晖曦景昕昱晔炜"
    "烨煜焱炎亚可昆仑征程远方正直钊钧铮钰锴键鉴玮珂珏琛琨琦璞璋庆康凡非翔翎骏骥骁麒麟鸿雁"
    "义信礼智仁诚忠孝悌廉和谦让逊恒志意忱恺愉思想念博学文武斐彦彤彰影盈益盛睿瞳矗磐祺祥福"
    "禹秀科程稳立竞竹笑筠策简絮红纯纲维绪绮缨群翼耀聪聃胜能腾苗苏若英茂茜荣荔莎菁菲萱蒙蓓"
    "蔚薛虎融衡裕裴诗诺谊谨豪贝赞超越跃路轩轶辰达迅迎进迪逸通遥邈郁钦铎镇闯闻阔陶雯露青靖"
    "韬韵顺颂飏馨骞骄魁鲲黎默齐"
)

Counts = Counter[str]
Model = dict[str, tuple[float, float, float]]


def fit(names: Iterable[str], text: tuple[Counter[str], Counter[str]]) -> Model:
    """Log-odds of each character in the three places.

    A place borrows strength from the two others (half a count for each of theirs): a character that
    is liked at the end of names is seldom strange in the middle.
    """
    places: tuple[Counts, Counts, Counts] = (Counter(), Counter(), Counter())
    for name in names:
        given = name[1:]
        if len(given) == 2:
            places[0][given[0]] += 1
            places[1][given[1]] += 1
        else:
            places[2][given] += 1
    for place, known in zip(places, (FIRST, SECOND, SINGLE), strict=True):
        for char in sorted(set(known)):
            place[char] += PRIOR
    anywhere = places[0] + places[1] + places[2]
    background = (text[0], text[1], text[0])
    chars = sorted(
        c for c in {*anywhere, *text[0], *text[1]} if anywhere[c] or text[0][c] >= ROWS_BELOW
    )
    size = len(chars)
    weights = (0.25, 0.25, 0.5)
    model: Model = {}
    for char in chars:
        odds = []
        for own, other, w in zip(places, background, weights, strict=True):
            share = (own[char] + w * (anywhere[char] - own[char]) + 0.1) / (
                own.total() + w * (anywhere.total() - own.total()) + 0.1 * size
            )
            base = (other[char] + 5.0) / (other.total() + 5.0 * size)
            odds.append(round(max(FLOOR, math.log(share / base)), 2))
        model[char] = (odds[0], odds[1], odds[2])
    return model


def score(model: Model, name: str) -> float:
    """The log-odds of what follows the first character of a name."""
    nothing = (0.0, 0.0, 0.0)
    if len(name) == 3:
        return model.get(name[1], nothing)[0] + model.get(name[2], nothing)[1]
    return model.get(name[1], nothing)[2]


def learn(pages: list[str]) -> tuple[Model, frozenset[str]]:
    """Three rounds: what the model of one doubts is left out of the next, likely names come in."""
    sure = gather(pages)
    likely = gather_more(pages)
    names = frozenset(sure)
    for _ in range(2):
        model = fit(sorted(names), running(pages, names))
        names = frozenset(n for n in sure if score(model, n) > -2.0)
        names |= {n for n in likely if score(model, n) > SURE[len(n)]}
    return fit(sorted(names), running(pages, names)), names


def area(positive: list[float], negative: list[float]) -> float:
    """The chance that a name scores above another string, ties half: the area under the ROC."""
    ranked = sorted([(s, 1) for s in positive] + [(s, 0) for s in negative])
    wins, below, i = 0.0, 0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        ups = sum(kind for _, kind in ranked[i:j])
        wins += ups * (below + (j - i - ups) / 2)
        below += j - i - ups
        i = j
    return wins / (len(positive) * len(negative))


def evaluate(pages: list[str]) -> Iterator[str]:
    """Lines that tell how well names of held-out files are told from other strings there."""
    train = [page for i, page in enumerate(pages) if i % 5]
    held = [page for i, page in enumerate(pages) if i % 5 == 0]
    model, seen = learn(train)
    found = gather(held)
    for size in (3, 2):
        fresh = sorted(n for n in found if len(n) == size and n not in seen)
        pattern = re.compile(f"(?<=[{HAN}])[{sure_surnames()}][{HAN}]{{{size - 1}}}(?=[{HAN}])")
        inside = sorted({m.group() for page in held for m in pattern.finditer(page)})
        others = [s for s in inside if s not in found and s not in seen][::10]
        ups, downs = ([score(model, s) for s in group] for group in (fresh, others))
        kept = sum(s > 0 for s in ups) / len(ups)
        let = sum(s > 0 for s in downs) / len(downs)
        yield (
            f"{size} characters: {len(ups)} unseen names, {len(downs)} other strings, "
            f"AUC {area(ups, downs):.3f}; above 0: {kept:.1%} of names, {let:.1%} of others"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn given-name characters from news text.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--evaluate", action="store_true")
    options = parser.parse_args()
    pages = list(texts(options.archive))
    if options.evaluate:
        for line in evaluate(pages):
            print(line)
    if options.output:
        model, names = learn(pages)
        rows = (f"{c},{a:g},{b:g},{s:g}\n" for c, (a, b, s) in sorted(model.items()))
        options.output.write_text("char,first,second,single\n" + "".join(rows), encoding="utf-8")
        print(f"{len(model)} characters from {len(names)} names")


if __name__ == "__main__":
    main()
