"""Great-circle distances of capitals, by geopy, from the embedded coordinates.

    python3 distances.py > distances.csv

Made with geopy 2.5.0. Its sphere has a radius of 6371.009 km, ours of 6371.0088.
"""
import csv
import os

from geopy.distance import geodesic, great_circle

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../datasets")
seats = {}
for row in csv.DictReader(open(f"{FOLDER}/relations/capitals.csv")):
    if int(row["last_year"]) == 2024:
        seats.setdefault(row["iso3"], (float(row["latitude"]), float(row["longitude"])))

PAIRS = ["CHN USA", "RUS USA", "POL RUS", "IND PAK", "AUS GBR", "FJI CHL", "NZL ESP", "KOR PRK"]
print("latitude,longitude,other_latitude,other_longitude,great_circle_km,geodesic_km")
for pair in PAIRS:
    one, other = (seats[code] for code in pair.split())
    print(*one, *other, repr(great_circle(one, other).km), repr(geodesic(one, other).km), sep=",")
