"""`python -m bot.charts`: reads the description of a picture and writes it as PNG. It needs the extra `charts`."""

import json
import sys

import vl_convert

SCALE = 2.0  # of a screen's pixels


def main() -> None:
    """Draw one picture from standard input to standard output."""
    description = json.load(sys.stdin)
    locale = description.get("usermeta", {}).get("locale")  # of numbers and dates along the axes
    picture = vl_convert.vegalite_to_png(description, scale=SCALE, format_locale=locale, time_format_locale=locale)
    sys.stdout.buffer.write(picture)


if __name__ == "__main__":
    main()
