"""The sentences that a thought can stand in: several frames for each kind, so that no two sentences of a letter open alike.

A frame claims nothing that the note does not say; it only says that the writer heard it, was glad of it, remembers it.
"""

from __future__ import annotations

FRAMES: dict[str, tuple[str, ...]] = {
    "fact": (
        "I enjoyed hearing that {0}.",
        "It was good to learn that {0}.",
        "I was glad to hear that {0}.",
        "It stayed with me that {0}.",
        "One thing I will remember is that {0}.",
    ),
    "story": (
        "I enjoyed hearing how {0}.",
        "It was a pleasure to hear how {0}.",
        "I keep thinking about how {0}.",
        "I liked hearing how {0}.",
    ),
    "about": (
        "I enjoyed hearing that {0}.",
        "I was glad to hear that {0}.",
        "It was interesting to learn that {0}.",
        "I liked hearing that {0}.",
        "It stayed with me that {0}.",
    ),
    "topic": (
        "I enjoyed hearing about {0}.",
        "It was good to hear about {0}.",
        "I keep thinking about {0}.",
        "Hearing about {0} was a pleasure.",
    ),
    "seen": ("I will remember {0}.", "I keep thinking of {0}."),
    "scene": ("I keep thinking of {0}.", "I will remember {0}."),
    "noted": ("I will remember that {0}.", "It stayed with me that {0}."),
    "plain": ("This stayed with me: {0}.", "I keep thinking of this: {0}.", "I will remember this: {0}."),
    "quality": ("I will remember {0}.", "I was struck by {0}."),
    "stays": ("{1}, {2}, {3} stayed with me.", "I keep thinking of {0}: {2}."),
    "deed": (
        "Thank you for {0}.",
        "I am grateful to you for {0}.",
        "It meant a lot to me that {1}.",
        "I have not forgotten that {1}.",
    ),
    "act": ("It meant a lot to me that {1}.", "I am grateful that {1}.", "I have not forgotten that {1}."),
    "kind": ("Thank you for being {0}.", "I am grateful to you for being {0}.", "It meant a lot to me that you were {0}."),
    "glad": ("It meant a lot to me that {0}.", "I was glad that {0}.", "It pleased me that {0}."),
    "said": ("I keep coming back to your remark that {0}.", "You said that {0}, and it stayed with me."),
    "praise": ("It meant a lot to me that you said {0}.", "I was glad that you said {0}."),
    "view": ("I keep thinking of your point that {0}.", "Your thought that {0} stayed with me.", "I liked your point that {0}."),
    "words": ("Your words {0} stayed with me.", "I keep thinking of your words {0}.", "I will remember your words {0}."),
    "motto": ("I will remember {0}: {1}.", "I keep thinking of {0}: {1}."),
    "advice": ("Thank you for the advice to {0}.", "I will remember your advice to {0}.", "Your advice to {0} stayed with me."),
    "tip": ("Thank you for the tip: {0}.", "I will remember your tip: {0}."),
    "recommended": ("Thank you for recommending {0}.", "I was glad that you recommended {0}."),
    "shared": ("I enjoyed finding out that {0}.", "It was a pleasure to find that {0}.", "I was happy to discover that {0}."),
    "coincidence": ("What a happy coincidence: {0}.", "I was glad of the coincidence: {0}."),
    "talk": ("I enjoyed {1} {0}.", "It was a pleasure {2} {0}.", "Our conversation about {0} stayed with me."),
    "joint": ("I enjoyed it that {0}.", "It was a pleasure that {0}."),
    "common": ("It was good to find that we have {0} in common.", "I was happy to discover that we share {0}."),
    "told": ("I keep thinking of what you told me: {0}.", "What you told me stayed with me: {0}."),
    "promise": ("I will {0}.",),
    "mine": ("{0}.",),
}
"""Kind -> frames, the plainest first. {0} is the thought; {1} and more are explained in `reading`."""


def wordings(kind: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Every frame of that kind, filled; the first letter is a capital."""
    return tuple(_capital(frame.format(*parts)) for frame in FRAMES[kind])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
