// Vega-Lite writes a method to every Set, and discord.js does not load after that: in one process it comes first.
import 'discord.js';
