/* Runs a TestU01 battery on 32-bit words read from standard input; see README.md beside this file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <testu01/bbattery.h>
#include <testu01/unif01.h>

static uint32_t buffer[1 << 14];
static size_t position = 0, filled = 0;

static unsigned int next_word(void) {
  if (position == filled) {
    filled = fread(buffer, sizeof *buffer, sizeof buffer / sizeof *buffer, stdin);
    position = 0;
    if (filled == 0) {
      fprintf(stderr, "the stream ended before the battery\n");
      exit(2);
    }
  }
  return buffer[position++];
}

int main(int argc, char **argv) {
  const char *battery = argc > 1 ? argv[1] : "small";
  char *name = argc > 2 ? argv[2] : "standard input";
  unif01_Gen *generator = unif01_CreateExternGenBits(name, next_word);
  if (strcmp(battery, "crush") == 0) bbattery_Crush(generator);
  else bbattery_SmallCrush(generator);
  unif01_DeleteExternGenBits(generator);
  return 0;
}
