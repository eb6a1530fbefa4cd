"""Words that name a time by themselves, with the atom each one is."""

from __future__ import annotations

import re
from functools import cache

from seeds import table

Entry = tuple[str, tuple[float, ...], str]  # kind, numbers, look-ahead that must hold after the word

_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "今年": 0, "本年": 0, "这一年": 0,
          "明年": 1, "来年": 1, "下一年": 1, "后年": 2, "後年": 2, "大后年": 3}  # fmt: skip
_DAYS = {"大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨": -1, "今天": 0, "今日": 0, "今": 0, "明天": 1,
         "明日": 1, "明": 1, "后天": 2, "後天": 2, "大后天": 3, "大後天": 3}  # fmt: skip
_NEAR = {"上上一": -2, "上上": -2, "上一": -1, "上": -1, "本": 0, "这": 0, "这一": 0, "下一": 1, "下": 1, "下下": 2}
_PARTS = {"凌晨": (0, 6), "清晨": (5, 8), "早晨": (6, 9), "早上": (6, 9), "早间": (6, 9), "今早": (6, 9), "上午": (8, 11), "白天": (6, 18),
          "中午": (11, 13), "正午": (12, 12), "午间": (11, 13), "下午": (12, 18), "午后": (12, 18), "傍晚": (17, 19),
          "晚上": (18, 23), "晚间": (18, 23), "夜间": (20, 23), "夜里": (20, 23), "夜晚": (18, 23), "当晚": (18, 23), "深夜": (21, 23),
          "午夜": (0, 0), "半夜": (0, 4), "后半夜": (2, 4), "前半夜": (20, 23)}  # fmt: skip
AFTER_DAY = {"早": (6, 9), "晨": (5, 8), "晚": (18, 23), "夜": (20, 23)}
_VAGUE = ("近日", "近期", "日前", "近来", "近年来", "近年", "近些年来", "近些年", "近几年来", "近几年", "前不久", "不久前", "前几年", "前些年", "前些天",
          "前几天", "前段时间", "近段时间", "近一段时间", "这些年来", "这些年", "多年来", "今后", "连日来", "连日", "连年来", "长期以来", "此前不久",
          "新年伊始", "岁末年初", "过去几年", "未来几年", "过去多年", "数年来", "数年前", "多年前", "几年前", "几年来", "几年后", "多年后", "数年后",
          "几天前", "几天后", "数日前", "数日后", "数天前", "几个月前", "几个月来", "几个月后", "数月前", "数月来", "多日来", "数十年来", "几十年来",
          "百余年来", "千百年来", "上百年来", "半年多来")  # fmt: skip
_NOW = ("现在", "目前", "当前", "眼下", "如今", "最近", "当下")
_SETS = (
    "每年度",
    "每年",
    "每个季度",
    "每季度",
    "每季",
    "每个月",
    "每月",
    "每个星期",
    "每星期",
    "每周",
    "每天",
    "每日",
    "每晚",
    "每小时",
    "每个小时",
)
_SEASON = {"春": 0, "夏": 1, "秋": 2, "冬": 3}


def _years() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for word, n in _YEARS.items():
        words[word] = ("year_rel", (n,), "(?!级|纪|轻|龄|迈|画)")
        words[word + "度"] = ("year_rel", (n,), "")
    words |= {"次年": ("year_ctx", (1,), ""), "翌年": ("year_ctx", (1,), ""), "第二年": ("year_ctx", (1,), ""),
              "当年": ("year_ctx", (0,), ""), "同年": ("year_ctx", (0,), "(?!级|龄)"), "全年": ("year_ctx", (0,), ""),
              "今明两年": ("years_rel", (0, 1), ""), "去今两年": ("years_rel", (-1, 0), ""), "今明后三年": ("years_rel", (0, 2), "")}  # fmt: skip
    return words


def _within_year() -> dict[str, Entry]:
    words: dict[str, Entry] = {
        "上半年": ("half", (1,), ""), "下半年": ("half", (2,), ""), "前半年": ("half", (1,), ""), "后半年": ("half", (2,), ""),
        "年初": ("part", (12, 1), ""), "年底": ("part", (12, 3), ""), "年末": ("part", (12, 3), ""), "年终": ("part", (12, 3), "(?!奖|考|总结)"),
        "岁末": ("part", (12, 3), ""), "年中": ("part", (12, 2), "(?!国)"), "年内": ("year_rel", (0,), ""), "同期": ("same", (), "(?!声)"),
    }  # fmt: skip
    words |= {
        "首季度": ("quarter", (1,), ""),
        "首季": ("quarter", (1,), ""),
        "上世纪": ("century_rel", (-1,), ""),
        "本世纪": ("century_rel", (0,), ""),
    }
    for word, n in _SEASON.items():
        for lead, year in (("今", 0), ("去", -1), ("明", 1)):
            words[lead + word] = ("season_rel", (n, year), "(?!节|晚|又)")
        for tail in ("天", "季"):
            words[word + tail] = ("season", (n,), "(?!里的)")
    for word, n in _NEAR.items():
        for tail in ("季度", "个季度"):
            words[word + tail] = ("quarter_rel", (n,), "")
        for tail in ("月", "个月"):
            words[word + tail] = ("month_rel", (n,), "(?!球|饼|台|票)" if tail == "月" else "")
        for tail in ("周", "星期", "礼拜", "个星期", "个礼拜"):
            words[word + tail] = ("week_rel", (n,), "(?!年|边|围|岁|期|长|转|密|到|全|刊|报)")
    words |= {"当月": ("month_ctx", (0,), ""), "同月": ("month_ctx", (0,), ""), "次月": ("month_ctx", (1,), ""),
              "月初": ("part", (1, 1), ""), "月底": ("part", (1, 3), ""), "月末": ("part", (1, 3), ""), "月中": ("part", (1, 2), "(?!国)"),
              "上旬": ("xun", (1,), ""), "中旬": ("xun", (2,), ""), "下旬": ("xun", (3,), ""),
              "上半月": ("xun", (4,), ""), "下半月": ("xun", (5,), ""),
              "上半周": ("half_week", (1,), ""), "下半周": ("half_week", (2,), ""),
              "正月": ("lunar", (1,), ""), "腊月": ("lunar", (12,), ""), "冬月": ("lunar", (11,), ""), "农历": ("lunar", (), ""), "阴历": ("lunar", (), "")}  # fmt: skip
    return words


def _days() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for word, n in _DAYS.items():
        if len(word) > 1:
            words[word] = ("day_rel", (n,), "(?!头条)")
        else:
            for part in AFTER_DAY:
                words[word + part] = ("day_rel", (n, *AFTER_DAY[part]), "(?!报|会的)")
    words |= {"次日": ("day_ctx", (1,), ""), "翌日": ("day_ctx", (1,), ""), "隔天": ("day_ctx", (1,), ""), "第二天": ("day_ctx", (1,), ""),
              "当天": ("day_ctx", (0,), ""), "当日": ("day_ctx", (0,), ""), "同日": ("day_ctx", (0,), ""), "同一天": ("day_ctx", (0,), ""),
              "当晚": ("day_ctx", (0, 18, 23), ""), "当夜": ("day_ctx", (0, 20, 23), "")}  # fmt: skip
    for word, hours in _PARTS.items():
        words.setdefault(word, ("daypart", hours, "(?!报|茶|餐)"))
    return words


@cache
def feasts() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in table("festivals")}


@cache
def eras() -> dict[str, dict[str, str]]:
    """Spans of years with a name, by their name."""
    return {row["name"]: row for row in table("eras")}


def _named() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for name, row in feasts().items():
        words[name] = ("feast", (float(row["bare"]),), "(?!晚会|联欢|档)")
        if name[0] == "“":
            words[name[1:-1]] = ("feast", (0.0,), "(?=节|假期|期间|前夕|前后|黄金周|长假|小长假)")
    for name, row in eras().items():
        if row["follow"] == "plan":
            words[f"“{name}”"] = ("plan", (), "(?=期间|时期|以来|末|初|期末|前期|中期|后期|开局|收官)")
            words[name] = words[f"“{name}”"]
        elif row["follow"] == "event":
            words[name] = ("event", (), "(?=以来|之前|之后|以前|以后|初期|前夕|时期|期间)")
        else:
            words[name] = ("reign", (), "(?=[元零〇一二三四五六七八九十0-9]{1,3}年)")
    return words


@cache
def words_by_first() -> dict[str, tuple[re.Pattern[str], dict[str, Entry]]]:
    """For each first character: the pattern of the words that begin with it, the longest first, and what they are."""
    entries: dict[str, Entry] = _years() | _within_year() | _days() | _named()
    entries |= dict.fromkeys(_VAGUE, ("vague", (), ""))
    entries |= dict.fromkeys(_NOW, ("now", (), "")) | dict.fromkeys(_SETS, ("set", (), ""))
    grouped: dict[str, dict[str, Entry]] = {}
    for word, entry in entries.items():
        grouped.setdefault(word[0], {})[word] = entry
    return {
        first: (
            re.compile("|".join(re.escape(w) + group[w][2] for w in sorted(group, key=len, reverse=True))),
            group,
        )
        for first, group in grouped.items()
    }
