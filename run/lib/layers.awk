# Adds up target/layers.tsv (layer, class, test, result, milliseconds, reason). Ends with 1 when something failed or nothing ran.
BEGIN { names = split("unit vectors fuzz embedded dialogue container servers resolve", order, " ") }
{
  count[$1, $4]++; total[$4]++; millis[$1] += $5; seen[$1] = 1
  simple = $2; sub(/.*\./, "", simple)
  if ($4 == "failed") failures[++failed] = simple "." $3 ": " $6
  if ($4 == "skipped") skips[simple ": " $6]++
}
END {
  for (i = 1; i <= names; i++) {
    layer = order[i]
    if (!(layer in seen)) { printf "%-10s none\n", layer; continue }
    printf "%-10s %5d passed %4d failed %4d skipped %8.1f s\n", layer, count[layer, "passed"], count[layer, "failed"], count[layer, "skipped"], millis[layer] / 1000
  }
  for (reason in skips) printf "skipped %d: %s\n", skips[reason], reason
  for (i = 1; i <= failed; i++) printf "FAILED %s\n", substr(failures[i], 1, 400)
  if (NR == 0) print "no test was found: that is a failure"
  printf "%d passed, %d failed, %d skipped\n", total["passed"], total["failed"], total["skipped"]
  exit (NR == 0 || total["failed"] > 0 || built != 0)
}
