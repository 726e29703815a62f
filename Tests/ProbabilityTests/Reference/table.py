"""Writes a table of numbers beside the scripts, every digit of a double kept."""
import csv, pathlib

def write(name, heading, rows):
    with open(pathlib.Path(__file__).with_name(name), "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(heading)
        out.writerows([repr(float(x)) for x in row] for row in rows)
