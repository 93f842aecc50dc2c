"""Years of an era that only the line above names."""

from __future__ import annotations

from tests.reading.reading_entries import read, table


def test_a_bare_year_belongs_to_the_era_told_above_it() -> None:
    source = (
        "民国元年（1912）三月，知县改称知事。\n二年，设劝学所于城隍庙。\n六年七月，大雨，沙河决口。\n"
        "廿六年十月十三日，县城失守。\n三十八年四月，解放军进城。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1912-03",
        "1913",
        "1917-07",
        "1937-10-13",
        "1949-04",
    ]


def test_the_years_of_an_era_run_up_until_another_era_or_the_new_calendar() -> None:
    source = (
        "清光绪三十一年（1905），改书院为学堂。\n三十三年，设巡警局。\n宣统元年，设自治公所。\n"
        "二年，大旱。\n1950年3月5日，县城开群众大会。\n二年一度的庙会照常。\n"
    )
    assert [entry.when.start[:4] for entry in read(source)][:5] == [
        "1905",
        "1907",
        "1909",
        "1910",
        "1950",
    ]


def test_a_heading_that_is_an_era_holds_for_the_years_under_it() -> None:
    source = "民国时期\n七年\n五月，设电报局。\n九月，大水。\n21年2月，设县党部。\n"
    assert [day for day, _ in table(source)] == ["1918-05", "1918-09", "1932-02"]


def test_the_year_of_the_cycle_may_stand_behind_that_of_the_era() -> None:
    source = (
        "光绪廿六年 庚子\n五月二十日 拳民焚教堂。\n中华民国\n九年 庚申\n大旱，饥民外流。\n"
        "十七年 戊辰\n五月 北伐军过境。\n"
    )
    assert [day for day, _ in table(source)] == ["1900-06-16", "1920", "1928-05"]
